import type { Estimate } from "./sensitivity.ts";

/** Sums over the draws of one class, of an output y with mean 0 and variance 1 over all classes. */
export interface ClassSums {
  readonly count: number;
  /** Σ y, Σ y², Σ y³. */
  readonly y: number;
  readonly y2: number;
  readonly y3: number;
  /** Σ (x − x̄) y and Σ (x − x̄)², x̄ the mean of the input in the class. */
  readonly xy: number;
  readonly xx: number;
}

const NOTHING: Estimate = { value: Number.NaN, standardError: Number.NaN };

/**
 * The first-order index S = Var(E[y | x]) / Var(y), from draws as they are: no design, valid under
 * correlated inputs. E[y | x] is estimated by a line in each class of x, and S by the share of variance
 * that the lines explain, less what as many lines explain by chance:
 *
 *   S = 1 − (n − 1)/(n − p) · SSE/SST,  p the number of coefficients (Kelley's unbiased correlation ratio).
 *
 * Classes from given data: Plischke, Borgonovo and Smith (2013), "Global sensitivity measures from given
 * data", European Journal of Operational Research 226, 536-550. Local lines, under correlated inputs:
 * Da Veiga, Wahl and Gamboa (2009), "Local polynomial estimation for sensitivity analysis on models with
 * correlated inputs", Technometrics 51, 452-463. The correction: Kelley (1935), "An unbiased correlation
 * ratio measure", PNAS 21, 554-559. It may come out slightly below 0 where S is 0. What bends or jumps
 * within a class is lost: of a jump by h, at most h²/320 of the variance with 20 classes.
 *
 * The standard error is that of the linearised estimator with m = E[y | x] the class's mean,
 * Var(2 m y − m² − S y²)/n, plus the variance 2 (p − 1)(1 − S)²/n² that remains where S is 0.
 *
 * `fourth` is Σ y⁴ over all draws.
 */
export function firstOrderIndex(classes: readonly ClassSums[], fourth: number): Estimate {
  let draws = 0;
  let coefficients = 0;
  let unexplained = 0;
  for (const { count, y, y2, xy, xx } of classes) {
    const hasLine = xx > 0 && count > 2;
    draws += count;
    coefficients += hasLine ? 2 : 1;
    unexplained += y2 - (y * y) / count - (hasLine ? (xy * xy) / xx : 0);
  }
  if (draws <= coefficients || !Number.isFinite(unexplained)) return NOTHING;
  const value = 1 - ((draws - 1) / (draws - coefficients)) * (Math.max(0, unexplained) / draws);
  const rest = 1 - value;
  const variance = influenceVariance(classes, value, fourth, draws) / draws;
  const byChance = (2 * (coefficients - 1) * rest * rest) / (draws * draws);
  return { value, standardError: Math.sqrt(variance + byChance) };
}

/** Variance of 2 m y − m² − S y² over all draws. */
function influenceVariance(
  classes: readonly ClassSums[],
  index: number,
  fourth: number,
  draws: number,
): number {
  let sum = 0;
  let squares = index * index * fourth;
  for (const { count, y, y2, y3 } of classes) {
    const m = y / count;
    sum += 2 * m * y - m * m * count - index * y2;
    squares += m * m * (4 * y2 - 4 * m * y + m * m * count) + 2 * index * m * (m * y2 - 2 * y3);
  }
  return Math.max(0, squares / draws - (sum / draws) * (sum / draws));
}
