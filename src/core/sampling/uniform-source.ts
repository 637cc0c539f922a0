import { latinHypercubeSource } from "./latin-hypercube.ts";
import type { PointSet } from "./sampling-method.ts";
import { scrambledSobolSource } from "./scrambled-sobol.ts";
import { SOBOL_DIMENSIONS } from "./sobol.ts";
import { fillUniforms, streamKey } from "./threefry.ts";

/**
 * Fills `out` with the uniforms of one input for draws `firstDraw`, `firstDraw` + 1, …; any range gives
 * the same draws. Each is (k + ½)/2^52 for a whole 0 ≤ k < 2^52, so strictly inside (0, 1).
 */
export type UniformSource = (firstDraw: number, out: Float64Array) => void;

/** What the uniforms of an input depend on beside point set and seed. */
export interface UniformStream {
  readonly stream: string;
  /** Which coordinate of the points the input takes, from 0. */
  readonly dimension: number;
}

/**
 * The one place where sampling methods differ: every kernel takes its inputs' uniforms from here.
 * Beyond the dimensions of the Sobol sequence, draws are plain ones.
 */
export function createUniformSource(
  points: PointSet,
  seed: number,
  { stream, dimension }: UniformStream,
): UniformSource {
  switch (points.method) {
    case "monte-carlo":
      return plainSource(seed, stream);
    case "sobol":
      return dimension < SOBOL_DIMENSIONS
        ? scrambledSobolSource(seed, stream, dimension)
        : plainSource(seed, stream);
    case "latin-hypercube":
      return latinHypercubeSource(seed, stream, points.draws);
    default:
      return points satisfies never;
  }
}

function plainSource(seed: number, stream: string): UniformSource {
  const key = streamKey(seed, stream);
  return (firstDraw, out) => fillUniforms(key, firstDraw, out);
}
