import { createGuide, type Guide, WIDEST_SCORE } from "./guide.ts";
import type { Law } from "./laws/law.ts";
import { scoreOf } from "./laws/normal-law.ts";
import { normalCdf } from "./normal.ts";

/** A discrete law as steps of the normal score: `values[k]` for thresholds[k − 1] < z ≤ thresholds[k]. */
export interface StepTable {
  readonly values: Float64Array;
  /** Φ⁻¹(P(X ≤ values[k])), ascending; the last is ∞. */
  readonly thresholds: Float64Array;
  readonly guide: Guide;
}

/** Tabulate a discrete law's steps over normal scores; beyond `WIDEST_SCORE` its tails are cut. */
export function buildStepTable(law: Law): StepTable {
  const edge = normalCdf(-WIDEST_SCORE);
  const least = law.quantile(edge, 1 - edge);
  const most = law.quantile(1 - edge, edge);
  const values = Float64Array.from(law.joints(least, most));
  const thresholds = values.map((x) => scoreOf(law.lower(x), law.upper(x)));
  thresholds[values.length - 1] = Infinity;
  const guide = createGuide((i) => thresholds[i]!, values.length - 1, 8);
  return { values, thresholds, guide };
}

/** The value of each score: exact, ascending with z. */
export function fillSteps(table: StepTable, z: Float64Array, out: Float64Array): void {
  const { values, thresholds } = table;
  const { cellsPerUnit, starts } = table.guide;
  for (let i = 0; i < out.length; i++) {
    let score = z[i]!;
    if (score < -WIDEST_SCORE) score = -WIDEST_SCORE;
    if (score > WIDEST_SCORE) score = WIDEST_SCORE;
    let k = starts[Math.floor((score + WIDEST_SCORE) * cellsPerUnit)]!;
    while (score > thresholds[k]!) k += 1;
    out[i] = values[k]!;
  }
}
