import "./notice.css";
import type { ComponentChildren } from "preact";

export interface NoticeProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Buttons. */
  readonly actions?: ComponentChildren;
  /** `warning` has a mark in the colour of a miss. */
  readonly tone?: "plain" | "warning";
  readonly isAlert?: boolean;
}

/** A message that the reader should see before the rest, with what can be done. */
export function Notice({ title, children, actions, tone = "plain", isAlert = false }: NoticeProps) {
  return (
    <section class={`notice notice-${tone}`} role={isAlert ? "alert" : undefined}>
      <h2>{title}</h2>
      <div class="notice-body">{children}</div>
      {actions !== undefined && <div class="notice-actions">{actions}</div>}
    </section>
  );
}
