import { keepLatest } from "../keep-latest.ts";
import { arcSine } from "./arc-sine.ts";
import { normalScoreCorrelation } from "./copula.ts";
import { inverseChiLaw } from "./laws/inverse-chi-law.ts";
import { normalCdf, normalDensity } from "./normal.ts";

/**
 * Spearman's rank correlation of a bivariate t copula. It compares pair 1 with values of two other pairs: given their
 * W, the differences are normal with correlation r·√(W₂/(W₁ + W₂))·√(W₃/(W₁ + W₃)), so that
 * ρ = 6/π · E asin(r·X) with this X (Heinen and Valdesogo 2020, Journal of Multivariate Analysis 179).
 * The mean is a sum over evenly spaced normal scores of the three W; its error is below 1e-6, and below 3e-8 for
 * df ≥ 1.5.
 */
interface Shares {
  /** Values of X, with weights that sum to 1. */
  readonly x: Float64Array;
  readonly weight: Float64Array;
}

const SIX_OVER_PI = 1.909859317102744;
const WIDEST = 6;
const STEP = 0.5;
/** Nodes with less weight are left out. */
const LEAST_WEIGHT = 1e-12;
const MOST_STEPS = 20;

const DISTRIBUTIONS_KEPT = 16;
const CORRELATIONS_KEPT = 256;

const sharesOf = keepLatest(DISTRIBUTIONS_KEPT, (df: number): Shares => {
  const law = inverseChiLaw(df, 1);
  const nodes = Array.from({ length: 2 * (WIDEST / STEP) + 1 }, (_, i) => {
    const z = i * STEP - WIDEST;
    const s = law.quantile(normalCdf(z), normalCdf(-z));
    return { s, weight: STEP * normalDensity(z) };
  });
  const x: number[] = [];
  const weights: number[] = [];
  for (const one of nodes) {
    const shares = nodes.map(({ s }) => one.s / hypotenuse(one.s, s));
    nodes.forEach((other, j) => {
      for (let k = 0; k <= j; k++) {
        const twice = k === j ? 1 : 2;
        const all = twice * one.weight * other.weight * nodes[k]!.weight;
        if (all < LEAST_WEIGHT) continue;
        x.push(shares[j]! * shares[k]!);
        weights.push(all);
      }
    });
  }
  return { x: Float64Array.from(x), weight: Float64Array.from(weights) };
});

/** √(a² + b²) for positive a, b, without overflow. */
function hypotenuse(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a];
  const ratio = small / large;
  return large * Math.sqrt(1 + ratio * ratio);
}

/** The rank correlation of a t copula with df ≥ 1 degrees of freedom and correlation r, −1 ≤ r ≤ 1. */
export function studentRank(r: number, df: number): number {
  if (r === 1 || r === -1) return r;
  const { x, weight } = sharesOf(df);
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += weight[i]! * arcSine(r * x[i]!);
  return SIX_OVER_PI * sum;
}

/**
 * The correlation r of a t copula whose rank correlation is `rank`, −1 ≤ rank ≤ 1, within 1e-10 of the solution;
 * df ≥ 1.
 */
export function studentScoreCorrelation(rank: number, df: number): number {
  return rank === 0 || rank === 1 || rank === -1 ? rank : solverOf(df)(rank);
}

const solverOf = keepLatest(DISTRIBUTIONS_KEPT, (df: number) =>
  keepLatest(CORRELATIONS_KEPT, (rank: number) => solveCorrelation(rank, df)),
);

/** Newton's method from the Gaussian copula's correlation. */
function solveCorrelation(rank: number, df: number): number {
  let r = normalScoreCorrelation(rank);
  for (let step = 0; step < MOST_STEPS; step++) {
    const newton = r - (studentRank(r, df) - rank) / slopeAt(r, df);
    const next = Math.min(Math.max(newton, 0.5 * (r - 1)), 0.5 * (r + 1));
    const moved = Math.abs(next - r);
    r = next;
    if (moved < 1e-8) break;
  }
  return r;
}

/** Derivative of `studentRank` by r. */
function slopeAt(r: number, df: number): number {
  const { x, weight } = sharesOf(df);
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const share = x[i]!;
    sum += (weight[i]! * share) / Math.sqrt(1 - r * r * share * share);
  }
  return SIX_OVER_PI * sum;
}
