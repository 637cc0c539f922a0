/**
 * A univariate distribution with constant parameters, as plain data.
 * Parameters are in the unit of the quantity unless said otherwise.
 */
export type Distribution =
  /** A fixed value. */
  | { readonly kind: "constant"; readonly value: number }
  /** sd > 0. */
  | { readonly kind: "normal"; readonly mean: number; readonly sd: number }
  /** exp of a normal; `meanLog` and `sdLog` > 0 are of the logarithm, as in R's dlnorm. */
  | { readonly kind: "lognormal"; readonly meanLog: number; readonly sdLog: number }
  /** `location + scale · t(df)`; scale > 0, df > 0. */
  | {
      readonly kind: "student_t";
      readonly df: number;
      readonly location: number;
      readonly scale: number;
    }
  /** low ≤ mode ≤ high, low < high. */
  | {
      readonly kind: "triangular";
      readonly low: number;
      readonly mode: number;
      readonly high: number;
    }
  /** Beta on [low, high] with α = 1 + 4 (mode − low)/(high − low), β = 1 + 4 (high − mode)/(high − low). */
  | { readonly kind: "pert"; readonly low: number; readonly mode: number; readonly high: number }
  /** low < high. */
  | { readonly kind: "uniform"; readonly low: number; readonly high: number }
  /** On [low, high]; alpha > 0, beta > 0. */
  | {
      readonly kind: "beta";
      readonly alpha: number;
      readonly beta: number;
      readonly low: number;
      readonly high: number;
    }
  /** shape > 0, scale > 0; mean = shape · scale. */
  | { readonly kind: "gamma"; readonly shape: number; readonly scale: number }
  /** Two half normals joined at the mode, each sd > 0, as in fan charts (Britton, Fisher and Whitley 1998). */
  | {
      readonly kind: "two_piece_normal";
      readonly mode: number;
      readonly sdLow: number;
      readonly sdHigh: number;
    }
  /** mean > 0. */
  | { readonly kind: "poisson"; readonly mean: number }
  /** trials a whole number ≥ 1, 0 ≤ probability ≤ 1. */
  | { readonly kind: "binomial"; readonly trials: number; readonly probability: number }
  /** 1 with the given probability, else 0. */
  | { readonly kind: "bernoulli"; readonly probability: number }
  /** The base, conditioned on low ≤ x ≤ high (either may be infinite); that event must have probability > 1e-9. */
  | {
      readonly kind: "truncated";
      readonly base: Distribution;
      readonly low: number;
      readonly high: number;
    }
  /** Weights > 0; they are normalised to sum to 1. */
  | {
      readonly kind: "mixture";
      readonly components: readonly {
        readonly weight: number;
        readonly distribution: Distribution;
      }[];
    }
  /** Each value equally likely. */
  | { readonly kind: "empirical"; readonly values: readonly number[] }
  /**
   * By elicited percentiles p5 < p50 < p95: the quantile at normal score z is
   * p50 + z/z95 · (p95 − p50) above the median and p50 + z/z95 · (p50 − p5) below it.
   */
  | { readonly kind: "quantiles"; readonly p5: number; readonly p50: number; readonly p95: number }
  /** `shift + scale · base`; scale ≠ 0. */
  | {
      readonly kind: "affine";
      readonly base: Distribution;
      readonly shift: number;
      readonly scale: number;
    };
