import { effortOf, type Lever, type Shifts } from "./lever.ts";

/** What a setting of the levers brings. */
export interface Evaluated {
  readonly probability: number;
  /** What the search climbs: the probability, and something that still rises where that is too small to count. */
  readonly score: number;
}

/** A setting of the levers with what it costs and brings. */
export interface Setting extends Evaluated {
  readonly shifts: Shifts;
  readonly effort: number;
}

/**
 * A search as a dialogue: it asks for some settings at a time, is given what they bring, in order, and returns
 * what it found. Whoever leads it decides where and when they are computed, and may end it at any time.
 */
export type Search<Found> = Generator<readonly Shifts[], Found, readonly Evaluated[]>;

/** Ask for some settings. */
export function* ask(
  levers: readonly Lever[],
  asked: readonly Shifts[],
): Search<readonly Setting[]> {
  if (asked.length === 0) return [];
  const answers = yield asked;
  return asked.map((shifts, index) => {
    const answer = answers[index];
    if (answer === undefined) throw new Error("A setting was not answered.");
    return { shifts, effort: effortOf(levers, shifts), ...answer };
  });
}

/** The first of the settings with the highest score. */
export function bestOf(settings: readonly Setting[]): Setting | undefined {
  return settings.reduce<Setting | undefined>(
    (best, each) => (best === undefined || each.score > best.score ? each : best),
    undefined,
  );
}
