import type { Observation, Series, SeriesPoint } from "./series.ts";

/** The first day that a date, month or year means: `2021` → `2021-01-01`. */
export const firstDay = (published: string): string =>
  `${published}${"-01-01".slice(published.length - 4)}`;

function pointOf(vintages: readonly Observation[]): SeriesPoint | undefined {
  const latest = vintages.at(-1);
  if (latest === undefined) return undefined;
  const { year, value, published, source, note } = latest;
  const earlier = vintages.slice(0, -1).map((v) => ({ value: v.value, published: v.published }));
  return {
    year,
    value,
    published,
    source,
    ...(note === undefined ? {} : { note }),
    ...(earlier.length === 0 ? {} : { earlier }),
  };
}

function groupedBy<K>(rows: readonly Observation[], keyOf: (row: Observation) => K) {
  const groups = new Map<K, Observation[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

/**
 * All series as they were known on a day: rows published later do not exist, and of a year's vintages
 * the latest one counts. Rows may be in any order.
 * @param day ISO date
 */
export function knownSeries(
  observations: readonly Observation[],
  day: string,
): Readonly<Record<string, Series>> {
  const known = observations
    .filter(({ published }) => firstDay(published) <= day)
    .sort((a, b) => a.year - b.year || (firstDay(a.published) < firstDay(b.published) ? -1 : 1));
  const byId = groupedBy(known, ({ indicator }) => indicator);
  const series = [...byId].map(([id, rows]) => {
    const points = [...groupedBy(rows, ({ year }) => year).values()].map(pointOf);
    const unit = rows[0]?.unit ?? "";
    return [id, { unit, points: points.filter((point) => point !== undefined) }] as const;
  });
  return Object.fromEntries(series.sort(([a], [b]) => (a < b ? -1 : 1)));
}
