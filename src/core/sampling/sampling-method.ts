/**
 * How the draws of a run are spread over the unit cube.
 *
 * - `monte-carlo`: independent.
 * - `sobol`: 16 independently scrambled Sobol sequences, taken in turn.
 * - `latin-hypercube`: 16 independent Latin hypercube samples, taken in turn.
 */
export type SamplingMethod = "monte-carlo" | "sobol" | "latin-hypercube";

/** All methods. */
export const SAMPLING_METHODS: readonly SamplingMethod[] = [
  "monte-carlo",
  "sobol",
  "latin-hypercube",
];

/** The method where none is chosen. */
export const DEFAULT_METHOD: SamplingMethod = "sobol";

/**
 * The number of independent replicates of the methods that have them. Draw d is point ⌊d/16⌋ of
 * replicate d mod 16, so that any run of draws holds a stretch of every replicate, equally long but
 * for one point.
 */
export const REPLICATES = 16;

/** A method, with what its points depend on beside seed and names. */
export type PointSet =
  | { readonly method: "monte-carlo" | "sobol" }
  /** Strata are cut for the whole run: its number of draws, a whole number ≥ 1, changes every draw. */
  | { readonly method: "latin-hypercube"; readonly draws: number };

/** Independent draws. */
export const PLAIN_POINTS: PointSet = { method: "monte-carlo" };

/** The points of a run of so many draws. */
export function pointSet(method: SamplingMethod, draws: number): PointSet {
  return method === "latin-hypercube" ? { method, draws } : { method };
}
