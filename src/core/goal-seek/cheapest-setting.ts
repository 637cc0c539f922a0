import { type Lever, largestEffort, takenBack } from "./lever.ts";
import { ask, type Search, type Setting } from "./search.ts";
import { outward } from "./trace-frontier.ts";

/** Steps of the pattern search, as shares of a step of the frontier. */
const FINER = [1 / 2, 1 / 4, 1 / 8, 1 / 16];

/**
 * Make a setting cheaper that reaches a probability: a coordinate pattern search (Kolda, Lewis and Torczon 2003,
 * SIAM Review 45, 385-482). In each round some effort is taken back from one lever, or from one in exchange for
 * half as much on another, as long as the probability is reached; then steps are halved. Every move saves effort.
 */
export function* cheapestSetting(
  levers: readonly Lever[],
  from: Setting,
  wanted: number,
  steps: number,
): Search<Setting> {
  let here = from;
  for (const share of FINER) {
    const step = (share * largestEffort(levers)) / steps;
    let next = yield* cheaper(levers, here, wanted, step);
    while (next !== undefined) {
      here = next;
      next = yield* cheaper(levers, here, wanted, step);
    }
  }
  return here;
}

/** The best setting one move away that is cheaper and reaches the probability. */
function* cheaper(
  levers: readonly Lever[],
  here: Setting,
  wanted: number,
  step: number,
): Search<Setting | undefined> {
  const used = levers.flatMap((_, index) => (here.shifts[index] === 0 ? [] : [index]));
  const backs = used.map((index) => takenBack(levers, here.shifts, index, step));
  const less = yield* ask(levers, backs);
  const enough = strongest(less, wanted);
  if (enough !== undefined) return enough;
  // The lever that is missed least gives way to another.
  const least = strongest(less, 0);
  if (least === undefined) return undefined;
  const freed = here.effort - least.effort;
  const exchanged = yield* ask(levers, outward(levers, least.shifts, freed / 2));
  return strongest(exchanged, wanted);
}

/** The setting with the highest probability, if that is enough. */
function strongest(settings: readonly Setting[], wanted: number): Setting | undefined {
  return settings
    .filter(({ probability }) => probability >= wanted)
    .reduce<Setting | undefined>(
      (best, each) => (best === undefined || each.probability > best.probability ? each : best),
      undefined,
    );
}
