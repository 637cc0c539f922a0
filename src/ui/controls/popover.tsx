import "./popover.css";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";

export interface PopoverProps {
  /** Accessible name of the button; its visible content where `button` is only an icon. */
  readonly label: string;
  readonly button: ComponentChildren;
  readonly className?: string;
  /** Which edge of the button the panel is aligned with. */
  readonly align?: "start" | "end";
  /** The panel's content; `close` also returns focus to the button. */
  readonly children: (close: () => void) => ComponentChildren;
}

/** A button that opens a panel below itself. Escape, a click outside and leaving by Tab close it. */
export function Popover({
  label,
  button,
  className = "",
  align = "start",
  children,
}: PopoverProps) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const id = useId();

  const close = () => {
    setOpen(false);
    trigger.current?.focus();
  };

  useEffect(() => {
    if (!isOpen) return;
    const dismiss = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      // What the panel lies above must not close as well.
      event.preventDefault();
      close();
    };
    const leave = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    const node = root.current;
    node?.addEventListener("keydown", dismiss);
    return () => {
      node?.removeEventListener("keydown", dismiss);
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  }, [isOpen]);

  return (
    <div class={`popover ${className}`} ref={root}>
      <button
        type="button"
        class="popover-button"
        ref={trigger}
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      {isOpen && (
        <div class={`popover-panel popover-${align}`} id={id}>
          {children(close)}
        </div>
      )}
    </div>
  );
}
