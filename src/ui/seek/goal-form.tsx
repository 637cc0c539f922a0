import { useId } from "preact/hooks";
import { formatCount } from "../../core/format/format-number.ts";
import { formatProbability } from "../../core/format/format-probability.ts";
import type { Target } from "../../core/model/definition.ts";
import { atLeastProbabilities } from "../../core/results/at-least-probabilities.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import { goalOf } from "../../state/seek-choice.ts";
import { Choice } from "../controls/choice.tsx";
import { NumberEntry } from "../controls/number-entry.tsx";
import { type ChoiceEditor, useSeekWords } from "./use-seek.ts";

export interface GoalFormProps {
  readonly base: ScenarioResult;
  readonly editor: ChoiceEditor;
}

/** Which targets shall come true, how many of them, and with what odds. */
export function GoalForm({ base, editor }: GoalFormProps) {
  const { k } = useSeekWords();
  const ids = useId();
  const { choice, change } = editor;
  const { targets } = choice;
  const isWhole = (value: number) => Number.isInteger(value) && value >= 1;
  return (
    <section class="seek-goal" aria-labelledby={`${ids}-title`}>
      <h3 id={`${ids}-title`}>{k.goal}</h3>
      <TargetPicker definition={base.definition} editor={editor} />
      <div class="seek-line">
        <Choice
          label={k.how}
          value={choice.atLeast === undefined ? "all" : "some"}
          options={[
            { value: "all", label: k.together },
            { value: "some", label: k.atLeast },
          ]}
          onChange={(how) =>
            change({ atLeast: how === "all" ? undefined : Math.max(1, targets.length - 1) })
          }
        />
        {choice.atLeast !== undefined && (
          <span class="seek-number">
            <NumberEntry
              label={k.count}
              value={choice.atLeast}
              accept={(value) => isWhole(value) && value <= targets.length}
              onChange={(atLeast) => change({ atLeast })}
            />
            <span class="quiet">/ {targets.length}</span>
          </span>
        )}
      </div>
      <div class="seek-line">
        <label class="seek-number" for={`${ids}-wanted`}>
          {k.wanted}
        </label>
        <NumberEntry
          id={`${ids}-wanted`}
          value={Number((choice.wanted * 100).toPrecision(6))}
          accept={(value) => value > 0 && value < 100}
          onChange={(percent) => change({ wanted: percent / 100 })}
        />
        <Now base={base} editor={editor} />
      </div>
    </section>
  );
}

/** The odds as they are. */
function Now({ base, editor }: GoalFormProps) {
  const { k, t } = useSeekWords();
  const goal = goalOf(editor.choice);
  if (goal === undefined) return null;
  const indices = base.program.targets.flatMap(({ id }, index) =>
    goal.targets.includes(id) ? [index] : [],
  );
  const now = atLeastProbabilities(base.tally, indices)[goal.atLeast];
  if (now === undefined) return null;
  const { retained, draws } = base.tally;
  return (
    <span class="quiet">
      {k.now(formatProbability(now))}
      {retained < draws && `${t.open}${k.ofFirst(formatCount(retained))}${t.shut}`}
    </span>
  );
}

interface TargetPickerProps {
  readonly definition: ScenarioResult["definition"];
  readonly editor: ChoiceEditor;
}

function TargetPicker({ definition, editor }: TargetPickerProps) {
  const { k, say } = useSeekWords();
  const { targets, sections } = definition;
  const { choice, change } = editor;
  const binding = targets.filter(({ commitment }) => commitment === "binding");
  const pick = (chosen: readonly Target[]) => () =>
    change({ targets: chosen.map(({ id }) => id), atLeast: undefined });
  const toggle = (id: string): void => {
    const isIn = choice.targets.includes(id);
    const next = targets.filter((each) =>
      each.id === id ? !isIn : choice.targets.includes(each.id),
    );
    const { atLeast } = choice;
    change({
      targets: next.map((each) => each.id),
      atLeast: atLeast && Math.max(1, Math.min(atLeast, next.length)),
    });
  };
  return (
    <>
      <fieldset class="seek-line seek-presets">
        <legend class="visually-hidden">{k.which}</legend>
        {binding.length > 0 && (
          <button type="button" class="button" onClick={pick(binding)}>
            {k.binding(binding.length)}
          </button>
        )}
        <button type="button" class="button" onClick={pick(targets)}>
          {k.all(targets.length)}
        </button>
        <button type="button" class="button button-quiet" onClick={pick([])}>
          {k.none}
        </button>
      </fieldset>
      <details class="seek-targets">
        <summary>{k.chosen(choice.targets.length)}</summary>
        {sections.map((section) => (
          <fieldset key={section.id}>
            <legend class="quiet">{say(section.label)}</legend>
            {targets
              .filter((target) => target.section === section.id)
              .map((target) => (
                <label key={target.id} class="seek-check">
                  <input
                    type="checkbox"
                    checked={choice.targets.includes(target.id)}
                    onChange={() => toggle(target.id)}
                  />
                  <span>{say(target.label)}</span>
                </label>
              ))}
          </fieldset>
        ))}
      </details>
    </>
  );
}
