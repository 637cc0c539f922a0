import type { ChartSpec } from "../charts/chart-spec.ts";
import { csvText } from "./csv.ts";

/** Write the numbers behind a chart as CSV; title, source and provenance follow below the table. */
export function chartCsv({ table, title, source, provenance }: ChartSpec): string {
  const notes = [[], [title], [source], [provenance]];
  return csvText([table.columns.map(({ label }) => label), ...table.rows, ...notes]);
}
