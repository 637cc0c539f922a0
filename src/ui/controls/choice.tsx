import "./choice.css";
import { useId } from "preact/hooks";

export interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
  /** Whether the label stands before the options; it is always there for screen readers. */
  readonly showLabel?: boolean;
}

/** A few exclusive options side by side: radio buttons with the arrow keys they bring. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend class={props.showLabel === true ? "choice-legend" : "visually-hidden"}>
        {props.label}
      </legend>
      <div class="choice-options">
        {props.options.map((option) => (
          <label key={option.value} class="choice-option">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
