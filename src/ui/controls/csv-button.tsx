import { Icon } from "./icon.tsx";

export interface CsvButtonProps {
  /** What is saved, for those who see only "CSV". */
  readonly label: string;
  readonly onSave: () => void;
  readonly className?: string;
}

/** A button that saves a table. */
export function CsvButton({ label, onSave, className = "button" }: CsvButtonProps) {
  return (
    <button type="button" class={className} aria-label={label} title={label} onClick={onSave}>
      <Icon name="download" />
      CSV
    </button>
  );
}
