import { fillUniforms, streamKey } from "../sampling/threefry.ts";
import type { PredictiveSample } from "./predictive-sample.ts";

/** The seed of the uniforms that place ties; fixed, so that a backtest repeats. */
const TIE_SEED = 1;

/**
 * The probability integral transform: where in its predictive distribution the outcome fell, in (0, 1). Uniform over
 * many cases if the distributions were right. The rank among the m values and itself is placed at random within its
 * step of 1/(m + 1), and within the steps of values equal to it; `name` tells the cases apart and decides the random
 * number. Czado, Gneiting and Held (2009), Biometrics 65, 1254-1261.
 */
export function probabilityIntegral(
  sample: PredictiveSample,
  happened: number,
  name: string,
): number {
  let below = 0;
  let equal = 0;
  for (const value of sample) {
    if (value < happened) below += 1;
    else if (value === happened) equal += 1;
  }
  const uniform = new Float64Array(1);
  fillUniforms(streamKey(TIE_SEED, name), 0, uniform);
  return (below + uniform[0]! * (1 + equal)) / (sample.length + 1);
}

/** How many cases fell into each of equally wide classes of (0, 1). */
export function integralCounts(integrals: readonly number[], classes: number): readonly number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const value of integrals) {
    const at = Math.min(Math.floor(value * classes), classes - 1);
    counts[at] = counts[at]! + 1;
  }
  return counts;
}
