import type { ComponentChildren } from "preact";
import { Notice } from "./notice.tsx";

export interface WarningProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** What its one button says. */
  readonly action: string;
  readonly onAction: () => void;
}

/** A notice of something that went wrong, read out at once, with one button. */
export function Warning({ title, children, action, onAction }: WarningProps) {
  return (
    <Notice
      title={title}
      tone="warning"
      isAlert
      actions={
        <button type="button" class="button" onClick={onAction}>
          {action}
        </button>
      }
    >
      {children}
    </Notice>
  );
}
