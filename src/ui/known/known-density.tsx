import { type ConditionedQuantity, conditionalSpec } from "../../charts/conditional-spec.ts";
import { formatObserved } from "../../core/format/format-quantity.ts";
import { quantityName } from "../../core/model/quantity-name.ts";
import type { Language } from "../../core/text.ts";
import type { ConditionedResult } from "../../state/condition-search.ts";
import type { Plan } from "../../state/plan.ts";
import { useApp } from "../app-context.ts";
import { AppChart } from "../page/app-chart.tsx";
import { runResultOf } from "../run-result-of.ts";
import { findQuantity } from "../text/find-quantity.ts";
import { wordsIn } from "../text/words.ts";
import { usePlace } from "../use-place.ts";
import { knownLabel, knownQuantity } from "./known-quantity.ts";
import { KNOWN_WORDS } from "./known-words.ts";
import { useKnownWords } from "./use-known-words.ts";

export interface KnownDensityProps {
  readonly plan: Plan;
  readonly found: ConditionedResult;
}

/** The distribution of a quantity before and after, chosen by the user; at first that of the target that moves most. */
export function KnownDensity({ plan, found }: KnownDensityProps) {
  const { k, language } = useKnownWords();
  const app = useApp();
  const { place, put } = usePlace("known");
  const quantities = conditionedQuantities(found);
  const shown =
    quantities.find(({ name }) => name === place?.show) ??
    quantities.find(({ name }) => name === biggestMover(found)) ??
    quantities[0];
  if (shown === undefined) return null;
  const run = runResultOf(found.result, plan, app.version);
  const spec = conditionalSpec(run, shown, knownLine(found, language), language);
  return (
    <section class="known-section">
      <div class="known-section-head">
        <h3>{k.density}</h3>
        <label class="known-pick">
          <span class="visually-hidden">{k.shown}</span>
          <select
            class="field"
            value={shown.name}
            onChange={(event) => put({ show: event.currentTarget.value })}
          >
            {quantities.map(({ name, label }) => (
              <option key={name} value={name}>
                {label[language]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {spec !== undefined && <AppChart spec={spec} />}
    </section>
  );
}

/** The columns that are quantities of a year. */
function conditionedQuantities(found: ConditionedResult): readonly ConditionedQuantity[] {
  const { program, summary, values, result } = found;
  const { definition } = result;
  return program.columns.flatMap(({ name }, index): readonly ConditionedQuantity[] => {
    const [id = "", year = ""] = name.split("@");
    const quantity = findQuantity(definition, id)?.item;
    const column = summary?.columns[index];
    if (quantity === undefined || column === undefined) return [];
    const suffix = definition.periods.length > 1 ? ` ${year}` : "";
    const { zh, en } = quantity.label;
    return [
      {
        name,
        label: { zh: zh + suffix, en: en + suffix },
        unit: quantity.unit,
        source: quantity.source,
        ...column,
        effectiveDraws: summary?.effectiveDraws ?? 0,
        lines: program.targets.flatMap(({ value, threshold }) =>
          value === index && threshold !== undefined ? [threshold] : [],
        ),
        readings: values.flatMap((known) =>
          quantityName(known.name, known.period) === name ? [known.value] : [],
        ),
      },
    ];
  });
}

/** The column of the target whose probability changes most, but for those that were read themselves. */
function biggestMover({ program, summary, values }: ConditionedResult): string | undefined {
  const read = new Set(values.map(({ name, period }) => quantityName(name, period)));
  let most = -1;
  let name: string | undefined;
  program.targets.forEach(({ value }, index) => {
    const column = program.columns[value]?.name ?? "";
    const change = Math.abs(summary?.events[index]?.change.difference ?? 0);
    if (change <= most || read.has(column)) return;
    most = change;
    name = column;
  });
  return name;
}

/** What is known, in one line. */
function knownLine({ values, result }: ConditionedResult, language: Language): string {
  const k = KNOWN_WORDS[language];
  const { t } = wordsIn(language);
  const { definition } = result;
  const entries = values.flatMap((known) => {
    const quantity = knownQuantity(definition, known.name, language);
    if (quantity === undefined) return [];
    const label = knownLabel(quantity.label[language], known, k, definition.periods.length > 1);
    const write = (value: number): string => formatObserved(value, quantity.unit, language);
    return [k.entry(label, write(known.value), write(known.sd))];
  });
  return k.known(entries.join(t.semicolon));
}
