import type { NumericAxis } from "./chart-spec.ts";

/**
 * A horizontal axis with a tick at each year from the first to the last, and some room behind it: more of it
 * where dots have labels.
 */
export function yearsAxis(years: readonly number[], room = 0.4): NumericAxis {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const ticks = Array.from({ length: last - first + 1 }, (_, k) => first + k);
  return {
    kind: "numeric",
    label: "",
    domain: [first - 0.4, last + room],
    ticks: ticks.map((value) => ({ value, label: String(value) })),
    grid: false,
    format: { kind: "number", decimals: 0, unit: "" },
  };
}
