import "./slider.css";
import type { CentreControl } from "../../core/scenario/centre-control.ts";

export interface CentreSliderProps {
  readonly control: CentreControl;
  /** Accessible name. */
  readonly label: string;
  /** The value in words. */
  readonly text: string;
  readonly onMove: (value: number) => void;
  readonly onSettle: () => void;
}

/** The slider of a centre. Arrow keys move by a step, Page Up and Down by ten. */
export function CentreSlider({ control, label, text, onMove, onSettle }: CentreSliderProps) {
  return (
    <input
      type="range"
      class="slider"
      min={control.low}
      max={control.high}
      step={control.step}
      value={control.value}
      aria-label={label}
      aria-valuetext={text}
      onInput={(event) => onMove(event.currentTarget.valueAsNumber)}
      // The end of a movement; plain onChange would stand for onInput where preact/compat is loaded.
      onChangeCapture={onSettle}
    />
  );
}
