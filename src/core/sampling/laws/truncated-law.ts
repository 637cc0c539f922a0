import { normalCdf, normalDensity } from "../normal.ts";
import type { Law } from "./law.ts";

/** P(low ≤ X ≤ high), from the tails that lose least to cancellation. */
export function probabilityBetween(law: Law, low: number, high: number): number {
  const below = law.below(low);
  const above = law.upper(high);
  if (below > 0.5) return law.from(low) - above;
  if (above > 0.5) return law.lower(high) - below;
  return 1 - below - above;
}

/** `base` conditioned on low ≤ x ≤ high; either bound may be infinite. */
export function truncatedLaw(base: Law, low: number, high: number): Law {
  const least = Math.max(low, base.support[0]);
  const most = Math.min(high, base.support[1]);
  const before = base.below(low);
  const after = base.upper(high);
  const mass = probabilityBetween(base, low, high);
  const clip = (x: number): number => Math.min(Math.max(x, least), most);
  const share = (probability: number): number => Math.min(Math.max(probability / mass, 0), 1);
  const leftOf = (lower: number, upper: number): number =>
    share(before > 0.5 ? base.from(low) - upper : lower - before);
  const rightOf = (upper: number, lower: number): number =>
    share(after > 0.5 ? base.lower(high) - lower : upper - after);
  const law: Omit<Law, "mean" | "variance"> = {
    discrete: base.discrete,
    support: [least, most],
    density: (x) => (x >= low && x <= high ? base.density(x) / mass : 0),
    lower: (x) => (x < low ? 0 : x >= high ? 1 : leftOf(base.lower(x), base.upper(x))),
    upper: (x) => (x < low ? 1 : x >= high ? 0 : rightOf(base.upper(x), base.lower(x))),
    below: (x) => (x <= low ? 0 : x > high ? 1 : leftOf(base.below(x), base.from(x))),
    from: (x) => (x <= low ? 1 : x > high ? 0 : rightOf(base.from(x), base.below(x))),
    quantile: (p, q) => clip(base.quantile(before + p * mass, after + q * mass)),
    joints: (from, to) => {
      const inside = base.joints(Math.max(from, low), Math.min(to, high));
      if (base.discrete) return inside;
      const bounds = [least, most].filter(
        (x) => Math.abs(x) < Infinity && x >= from && x <= to && !inside.includes(x),
      );
      return [...inside, ...bounds].sort((one, other) => one - other);
    },
  };
  const open = (least === -Infinity || most === Infinity) && !Number.isFinite(base.variance());
  return {
    ...law,
    mean: () => (open && !Number.isFinite(base.mean()) ? base.mean() : moments(law).mean),
    variance: () => (open ? base.variance() : moments(law).variance),
  };
}

interface Moments {
  readonly mean: number;
  readonly variance: number;
}

function moments(law: Omit<Law, "mean" | "variance">): Moments {
  return law.discrete ? atomMoments(law) : scoreMoments(law);
}

function atomMoments(law: Omit<Law, "mean" | "variance">): Moments {
  const atoms = law.joints(-Infinity, Infinity);
  const average = (value: (x: number) => number): number =>
    atoms.reduce((sum, x) => sum + value(x) * (law.lower(x) - law.below(x)), 0);
  const mean = average((x) => x);
  return { mean, variance: average((x) => (x - mean) * (x - mean)) };
}

/** Nodes and weights of the Gauss-Legendre rule with 8 points on [−1, 1] (Abramowitz and Stegun 25.4.30). */
const NODES = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363];
const WEIGHTS = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763];
/** Scores beyond carry less than 1e-299. */
const WIDEST_SCORE = 37;
const PANELS_PER_UNIT = 2;

/** ∫ x(z) φ(z) dz and ∫ (x(z) − mean)² φ(z) dz, where x(z) is the quantile at normal score z. */
function scoreMoments(law: Omit<Law, "mean" | "variance">): Moments {
  const values: number[] = [];
  const weights: number[] = [];
  const half = 0.5 / PANELS_PER_UNIT;
  for (
    let panel = -WIDEST_SCORE * PANELS_PER_UNIT;
    panel < WIDEST_SCORE * PANELS_PER_UNIT;
    panel++
  ) {
    const centre = (panel + 0.5) / PANELS_PER_UNIT;
    NODES.forEach((node, i) => {
      for (const z of [centre - half * node, centre + half * node]) {
        values.push(law.quantile(normalCdf(z), normalCdf(-z)));
        weights.push(half * (WEIGHTS[i] ?? 0) * normalDensity(z));
      }
    });
  }
  const average = (value: (x: number) => number): number =>
    values.reduce((sum, x, i) => sum + value(x) * (weights[i] ?? 0), 0);
  const mean = average((x) => x);
  return { mean, variance: average((x) => (x - mean) * (x - mean)) };
}
