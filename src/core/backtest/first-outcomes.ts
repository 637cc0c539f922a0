import { firstDay } from "../model/known-series.ts";
import type { Observation } from "../model/series.ts";

/** What happened in each year by the first figure published for it: later revisions are left to statisticians. */
export function firstOutcomes(
  observations: readonly Observation[],
  series: string,
): readonly Observation[] {
  const first = new Map<number, Observation>();
  for (const row of observations) {
    if (row.indicator !== series) continue;
    const known = first.get(row.year);
    if (known === undefined || firstDay(row.published) < firstDay(known.published)) {
      first.set(row.year, row);
    }
  }
  return [...first.values()].sort((a, b) => a.year - b.year);
}
