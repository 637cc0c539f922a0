import { useState } from "preact/hooks";
import { formatProbability } from "../../core/format/format-probability.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import { useWords } from "../app-context.ts";
import { togetherWords } from "../text/together-words.ts";

export interface TargetPickerProps {
  readonly result: ScenarioResult;
  /** Indices of targets. */
  readonly chosen: readonly number[];
  readonly onChoose: (indices: readonly number[]) => void;
}

/** Where all targets have room beside the rest of the page. */
const WIDE = "(width >= 900px)";

/** All targets by section, to be ticked, each with its own probability. */
export function TargetPicker({ result, chosen, onChoose }: TargetPickerProps) {
  const { language, say } = useWords();
  const words = togetherWords(language).must;
  const { targets, sections } = result.definition;
  const [isOpenAtFirst] = useState(chosen.length === 0 && matchMedia(WIDE).matches);
  const toggle = (index: number): void =>
    onChoose(
      chosen.includes(index) ? chosen.filter((other) => other !== index) : [...chosen, index],
    );
  return (
    <details class="picker" open={isOpenAtFirst}>
      <summary>{words.pick}</summary>
      <div class="picker-sections">
        {sections.map((section) => (
          <fieldset key={section.id}>
            <legend>{say(section.label)}</legend>
            {targets.map(({ id, section: of, label }, index) => {
              const summary = result.summary.targets[index];
              if (of !== section.id || summary === undefined) return null;
              return (
                <label key={id} class="picker-target">
                  <input
                    type="checkbox"
                    checked={chosen.includes(index)}
                    onChange={() => toggle(index)}
                  />
                  <span>{say(label)}</span>
                  <span class="quiet">{formatProbability(summary)}</span>
                </label>
              );
            })}
          </fieldset>
        ))}
      </div>
    </details>
  );
}
