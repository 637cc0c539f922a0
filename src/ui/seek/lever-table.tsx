import { formatQuantity } from "../../core/format/format-quantity.ts";
import { readingUnit, timesPowerOfTen } from "../../core/format/reading-unit.ts";
import type { Definition, Input, Parameter } from "../../core/model/definition.ts";
import { defaultLever, type LeverChoice, movable, scaleOf } from "../../state/seek-choice.ts";
import { NumberEntry } from "../controls/number-entry.tsx";
import { ScrollRegion } from "../controls/scroll-region.tsx";
import { type ChoiceEditor, useSeekWords } from "./use-seek.ts";

export interface LeverTableProps {
  /** With the scenario's changes. */
  readonly definition: Definition;
  readonly editor: ChoiceEditor;
}

/** What may be moved, how far, and at what cost. */
export function LeverTable({ definition, editor }: LeverTableProps) {
  const { k, say } = useSeekWords();
  const items = movable(definition);
  const { choice, change } = editor;
  const taken = new Set(choice.levers.map(({ name }) => name));
  const others = items.filter(({ id }) => !taken.has(id));
  const add = (id: string): void => {
    const item = items.find((each) => each.id === id);
    if (item !== undefined) change({ levers: [...choice.levers, defaultLever(item)] });
  };
  return (
    <section class="seek-levers">
      <h3>{k.levers}</h3>
      <ScrollRegion label={k.levers}>
        <table class="data-table stacks-on-phone seek-table seek-bounds">
          <thead>
            <tr>
              <th scope="col">{k.lever}</th>
              <th scope="col">{k.spread}</th>
              <th scope="col">{k.low}</th>
              <th scope="col">{k.high}</th>
              <th scope="col">{k.effort}</th>
            </tr>
          </thead>
          <tbody>
            {choice.levers.map((lever) => {
              const item = items.find(({ id }) => id === lever.name);
              if (item === undefined) return null;
              return <LeverRow key={lever.name} item={item} lever={lever} editor={editor} />;
            })}
          </tbody>
        </table>
      </ScrollRegion>
      {others.length > 0 && (
        <label class="seek-add">
          <span class="quiet">{k.add}</span>
          <select class="field" value="" onChange={(event) => add(event.currentTarget.value)}>
            <option value="">{k.addPick}</option>
            {[false, true].map((fixed) => (
              <optgroup key={String(fixed)} label={fixed ? k.fixed : k.uncertain}>
                {others
                  .filter((item) => isFixed(item) === fixed)
                  .map(({ id, label }) => (
                    <option key={id} value={id}>
                      {say(label)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </label>
      )}
    </section>
  );
}

const isFixed = ({ distribution }: Input | Parameter): boolean => distribution.kind === "constant";

interface LeverRowProps {
  readonly item: Input | Parameter;
  readonly lever: LeverChoice;
  readonly editor: ChoiceEditor;
}

function LeverRow({ item, lever, editor }: LeverRowProps) {
  const { k, say, language } = useSeekWords();
  const label = say(item.label);
  const { exponent } = readingUnit(item.unit, language);
  const put = (part: Partial<LeverChoice>) => editor.changeLever(lever.name, part);
  const bound = (which: "low" | "high", accept: (value: number) => boolean, problem: string) => (
    <NumberEntry
      label={`${label} ${k[which]}`}
      value={timesPowerOfTen(lever[which], exponent)}
      accept={accept}
      problem={problem}
      onChange={(value) => put({ [which]: timesPowerOfTen(value, -exponent) })}
    />
  );
  return (
    <tr data-lever={lever.name}>
      <th scope="row">
        <label class="seek-check">
          <input
            type="checkbox"
            checked={lever.isUsed}
            aria-label={k.use(label)}
            onChange={() => put({ isUsed: !lever.isUsed })}
          />
          <span>{label}</span>
        </label>
      </th>
      <td class="seek-spread" data-label={k.spread}>
        {formatQuantity(scaleOf(item.distribution), item.unit, language)}
        {isFixed(item) && <span class="quiet"> {k.ofFixed}</span>}
      </td>
      <td data-label={k.low}>{bound("low", (value) => value <= 0, k.badLow)}</td>
      <td data-label={k.high}>{bound("high", (value) => value >= 0, k.badHigh)}</td>
      <td data-label={k.effort}>
        <NumberEntry
          label={`${label} ${k.effort}`}
          value={lever.effort}
          accept={(value) => value > 0}
          problem={k.badEffort}
          onChange={(effort) => put({ effort })}
        />
      </td>
    </tr>
  );
}
