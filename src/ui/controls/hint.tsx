import "./hint.css";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export interface HintProps {
  /** What appears on hover and focus; also read out. */
  readonly text: string;
  readonly children: ComponentChildren;
  readonly className?: string;
  /** Whether it takes part in the tab order; not where a whole row is already a link. */
  readonly isFocusable?: boolean;
  readonly align?: "start" | "end";
  readonly side?: "above" | "below";
}

/** Something that explains itself on hover and focus. */
export function Hint({
  text,
  children,
  className = "",
  isFocusable = false,
  align = "start",
  side = "above",
}: HintProps) {
  const id = useId();
  return (
    <span
      class={`hint ${className}`}
      aria-describedby={id}
      {...(isFocusable ? { tabIndex: 0 } : {})}
    >
      {children}
      <span role="tooltip" id={id} class={`hint-text hint-${align} hint-${side}`}>
        {text}
      </span>
    </span>
  );
}
