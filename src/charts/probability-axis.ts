import type { NumericAxis } from "./chart-spec.ts";

/** An axis of probabilities, 0 to 100 %, with a hairline at each quarter. */
export function probabilityAxis(label: string): NumericAxis {
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, label: `${value * 100}%` }));
  return {
    kind: "numeric",
    label,
    domain: [0, 1],
    ticks,
    grid: true,
    format: { kind: "probability" },
  };
}
