import type { Distribution } from "../model/distribution.ts";
import { lawOf } from "./laws/law-of.ts";
import { SCORE_95 } from "./laws/normal-law.ts";
import { exp } from "./math.ts";
import { buildScoreTable, fillFromScores } from "./score-table.ts";
import { buildStepTable, fillSteps } from "./step-table.ts";

/** Turns standard normal scores into values of a distribution: x = F⁻¹(Φ(z)), never decreasing in z. */
export interface Sampler {
  /** Both arrays have the same length, and may be the same. */
  readonly fill: (z: Float64Array, out: Float64Array) => void;
}

/**
 * A sampler for a distribution without problems (see `distributionProblem`). Normal, lognormal, quantiles and
 * constant by formula, discrete distributions exactly, the others by a table whose error is below 4e-8 standard
 * deviations, or 4e-8 of the distance from the median where that is more (both tested up to |z| = 8.3).
 * |z| > 8.5 counts as 8.5 in tables.
 */
export function createSampler(d: Distribution): Sampler {
  switch (d.kind) {
    case "constant":
      return { fill: (_, out) => void out.fill(d.value) };
    case "normal":
      return { fill: (z, out) => fillAffine(z, out, d.mean, d.sd) };
    case "lognormal":
      return { fill: (z, out) => fillLognormal(z, out, d.meanLog, d.sdLog) };
    case "quantiles":
      return quantilesSampler(d.p5, d.p50, d.p95);
    case "affine":
      return affineSampler(createSampler(d.base), d.shift, d.scale);
    default:
      return tableSampler(d);
  }
}

function fillAffine(z: Float64Array, out: Float64Array, shift: number, scale: number): void {
  for (let i = 0; i < out.length; i++) out[i] = shift + scale * z[i]!;
}

function fillLognormal(z: Float64Array, out: Float64Array, meanLog: number, sdLog: number): void {
  for (let i = 0; i < out.length; i++) out[i] = exp(meanLog + sdLog * z[i]!);
}

function quantilesSampler(p5: number, p50: number, p95: number): Sampler {
  const low = (p50 - p5) / SCORE_95;
  const high = (p95 - p50) / SCORE_95;
  return {
    fill: (z, out) => {
      for (let i = 0; i < out.length; i++) {
        const score = z[i]!;
        out[i] = p50 + score * (score < 0 ? low : high);
      }
    },
  };
}

/** A negative scale takes the base at −z, so that values still rise with z and rank correlations keep their sign. */
function affineSampler(base: Sampler, shift: number, scale: number): Sampler {
  return {
    fill: (z, out) => {
      if (scale > 0) {
        base.fill(z, out);
      } else {
        for (let i = 0; i < out.length; i++) out[i] = -z[i]!;
        base.fill(out, out);
      }
      fillAffine(out, out, shift, scale);
    },
  };
}

function tableSampler(d: Distribution): Sampler {
  const law = lawOf(d);
  if (law.discrete) {
    const steps = buildStepTable(law);
    return { fill: (z, out) => fillSteps(steps, z, out) };
  }
  const table = buildScoreTable(law);
  return { fill: (z, out) => fillFromScores(table, z, out) };
}
