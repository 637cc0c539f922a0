import type { Definition } from "../core/model/definition.ts";

/** A year's value before the first period. */
export interface PastPoint {
  readonly year: number;
  readonly value: number;
}

/** What is known of an input or indicator before the first period, by year. */
export function knownPast(
  { inputs, indicators, periods }: Definition,
  id: string,
): readonly PastPoint[] {
  const quantity = [...inputs, ...indicators].find((each) => each.id === id);
  const first = periods[0] ?? Number.NaN;
  return Object.entries(quantity?.history?.values ?? {})
    .map(([year, value]) => ({ year: Number(year), value }))
    .filter(({ year }) => year < first)
    .sort((a, b) => a.year - b.year);
}
