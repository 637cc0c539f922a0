import type { ComponentProps } from "preact";
import { Icon } from "./icon.tsx";

interface IconButtonProps {
  readonly icon: ComponentProps<typeof Icon>["name"];
  /** Its accessible name, shown when it is pointed at. */
  readonly label: string;
  readonly onPress: () => void;
  readonly disabled?: boolean;
  /** Does nothing now, but keeps the focus. */
  readonly isOff?: boolean;
}

/** A button that shows an icon alone. */
export function IconButton({ icon, label, onPress, disabled, isOff }: IconButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      disabled={disabled}
      aria-disabled={isOff}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
