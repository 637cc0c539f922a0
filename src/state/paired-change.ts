import { differenceByReplicates } from "../core/results/replicate-difference.ts";
import type { TargetTally } from "../core/results/tally.ts";
import type { SamplingMethod } from "../core/sampling/sampling-method.ts";

/** A difference of two probabilities estimated on the same random numbers. */
export interface PairedChange {
  /** Probability here minus probability in the baseline, −1..1. */
  readonly difference: number;
  /** Monte Carlo standard error of the difference. */
  readonly standardError: number;
  /** Draws compared. */
  readonly draws: number;
}

/**
 * Compares a target's hits in two runs draw by draw, over the first `draws` of both.
 * With g draws gained and l lost, the difference is (g − l)/n and its variance
 * ((g + l)/n − ((g − l)/n)²)/n: draws that agree carry no error. Where the method has replicates,
 * the error comes from them.
 */
export function pairedChange(
  here: TargetTally,
  there: TargetTally,
  draws: number,
  method: SamplingMethod,
): PairedChange {
  return pairedBits(here.hits, there.hits, draws, method);
}

/** The same over masks of one bit per draw. */
export function pairedBits(
  here: Uint32Array,
  there: Uint32Array,
  draws: number,
  method: SamplingMethod,
): PairedChange {
  if (method !== "monte-carlo") return { ...differenceByReplicates(here, there, draws), draws };
  let gained = 0;
  let lost = 0;
  const words = Math.ceil(draws / 32);
  for (let word = 0; word < words; word += 1) {
    const a = masked(here[word] ?? 0, word, draws);
    const b = masked(there[word] ?? 0, word, draws);
    gained += countBits(a & ~b);
    lost += countBits(b & ~a);
  }
  const difference = (gained - lost) / draws;
  const variance = Math.max(0, (gained + lost) / draws - difference * difference) / draws;
  return { difference, standardError: Math.sqrt(variance), draws };
}

/** Whether a change is too small to tell from sampling noise: within two standard errors of none. */
export function isWithinNoise(change: PairedChange): boolean {
  return Math.abs(change.difference) <= 2 * change.standardError;
}

function masked(bits: number, word: number, draws: number): number {
  const rest = draws - word * 32;
  return rest >= 32 ? bits : bits & ((1 << rest) - 1);
}

function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
