import { jointHits } from "./joint-probability.ts";
import type { Tally } from "./tally.ts";

/** Two targets that hit together less often than if they were independent. */
export interface Tension {
  /** Indices into the program's targets, i < j. */
  readonly i: number;
  readonly j: number;
  /** Share of draws in which both hit. */
  readonly joint: number;
  /** Product of their probabilities: what `joint` would be if they were independent. */
  readonly independent: number;
  /** Difference from independence in standard errors, negative. */
  readonly zScore: number;
}

/** With it, 1 000 independent pairs yield a false tension in 3 % of the runs. */
const DEFAULT_Z = 4;

/**
 * List pairs of targets that hit together significantly less often than if they were independent, the
 * largest difference first. The z-score is sqrt(n) times the phi coefficient of the two hits, that is
 * the signed root of Pearson's chi-squared of the 2 × 2 table; only pairs below −`minimumZ` are listed.
 * It takes draws as independent; those of the other sampling methods scatter less, as a rule.
 */
export function findTensions(tally: Tally, minimumZ: number = DEFAULT_Z): readonly Tension[] {
  const { draws, targets } = tally;
  const tensions: Tension[] = [];
  targets.forEach((one, i) => {
    const p = one.hitCount / draws;
    targets.slice(i + 1).forEach((other, offset) => {
      const j = i + 1 + offset;
      const q = other.hitCount / draws;
      const spread = p * (1 - p) * q * (1 - q);
      if (spread === 0) return;
      const joint = jointHits(tally, [i, j]) / draws;
      const zScore = (joint - p * q) / Math.sqrt(spread / draws);
      if (zScore < -minimumZ) tensions.push({ i, j, joint, independent: p * q, zScore });
    });
  });
  return tensions.sort((a, b) => a.joint - a.independent - (b.joint - b.independent));
}
