import { log } from "../sampling/math.ts";

/** How close to 0 and 1 the log score takes a probability: a stated certainty that fails costs ln 1000, not ∞. */
export const LOG_SCORE_FLOOR = 0.001;

/**
 * The squared distance of a probability from what happened (1 or 0); 0 is perfect, 0.25 is what 50 % always gets.
 * Brier (1950), Monthly Weather Review 78, 1-3.
 */
export function brierScore(probability: number, happened: boolean): number {
  const error = probability - (happened ? 1 : 0);
  return error * error;
}

/**
 * −ln of the probability given to what happened; 0 is perfect, ln 2 = 0.693 is what 50 % always gets. Probabilities
 * are held within `LOG_SCORE_FLOOR` of 0 and 1. Good (1952), Journal of the Royal Statistical Society B 14, 107-114.
 */
export function logScore(probability: number, happened: boolean): number {
  const given = happened ? probability : 1 - probability;
  return -log(Math.min(Math.max(given, LOG_SCORE_FLOOR), 1 - LOG_SCORE_FLOOR));
}
