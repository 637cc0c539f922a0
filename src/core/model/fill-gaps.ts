import type { Definition, History } from "./definition.ts";
import { namesIn } from "./evaluation-order.ts";

/**
 * A definition in which every past value that an equation asks for is there, as NaN where it was not known: what rests
 * on it is then undefined in every draw. For models rewound to a time when less was known.
 */
export function fillGaps(definition: Definition): Definition {
  const needed = neededYears(definition);
  const filled = <Q extends { readonly id: string; readonly history?: History }>(
    quantity: Q,
  ): Q => {
    const values = quantity.history?.values ?? {};
    const gaps = [...(needed.get(quantity.id) ?? [])].filter((year) => !(year in values));
    if (gaps.length === 0) return quantity;
    const unknown = Object.fromEntries(gaps.map((year) => [year, Number.NaN]));
    return { ...quantity, history: { ...quantity.history, values: { ...unknown, ...values } } };
  };
  return {
    ...definition,
    inputs: definition.inputs.map(filled),
    indicators: definition.indicators.map(filled),
  };
}

/** Years outside the periods in which equations ask for each quantity. */
function neededYears({
  indicators,
  periods,
}: Definition): ReadonlyMap<string, ReadonlySet<number>> {
  const needed = new Map<string, Set<number>>();
  for (const { equation } of indicators) {
    for (const value of namesIn(equation)) {
      for (const period of periods) {
        const year = value.kind === "dated" ? value.year : period - value.lag;
        if (periods.includes(year)) continue;
        needed.set(value.name, (needed.get(value.name) ?? new Set()).add(year));
      }
    }
  }
  return needed;
}
