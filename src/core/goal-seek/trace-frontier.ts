import { effortOf, type Lever, largestEffort, movedBy, type Shifts, takenBack } from "./lever.ts";
import { ask, bestOf, type Search, type Setting } from "./search.ts";

/** What is left of an effort below this share of a step is not worth a question. */
const CRUMB = 1e-6;

/**
 * The odds that more and more effort can buy, from none to as much as helps: in each step so much more effort
 * goes to the lever that gains most by it, and afterwards to another where that is better than one chosen
 * earlier. It ends where no step gains more than `leastGain` of p (1 − p). For one target that is linear in normal levers this is the
 * cheapest way at every effort, since gains keep their order; for several targets it is a good one, not proved
 * the best.
 */
export function* traceFrontier(
  levers: readonly Lever[],
  steps: number,
  leastGain = 0,
): Search<readonly Setting[]> {
  const step = largestEffort(levers) / steps;
  const [start] = yield* ask(levers, [levers.map(() => 0)]);
  const frontier = start === undefined ? [] : [start];
  let here = start;
  while (here !== undefined) {
    const spent = yield* spend(levers, here, step);
    if (spent === undefined || isIdle(here, spent, leastGain)) break;
    here = yield* exchange(levers, spent, step);
    frontier.push(here);
  }
  return frontier;
}

function isIdle(before: Setting, after: Setting, leastGain: number): boolean {
  const { probability } = before;
  return after.score - before.score < leastGain * probability * (1 - probability);
}

/** Put an effort where it gains most, the rest to another lever where bounds are met; `undefined` where nothing gains. */
function* spend(
  levers: readonly Lever[],
  from: Setting,
  effort: number,
): Search<Setting | undefined> {
  const goal = from.effort + effort;
  let here = from;
  while (goal - here.effort > CRUMB * effort) {
    const best = bestOf(yield* ask(levers, outward(levers, here.shifts, goal - here.effort)));
    if (best === undefined || best.score <= here.score) break;
    here = best;
  }
  return here === from ? undefined : here;
}

/** Take one step back from the lever that is missed least, and give what it cost to another, where that is better. */
function* exchange(levers: readonly Lever[], here: Setting, step: number): Search<Setting> {
  const used = levers.flatMap((_, index) => (here.shifts[index] === 0 ? [] : [index]));
  const backs = used.map((index) => takenBack(levers, here.shifts, index, step));
  const least = bestOf(yield* ask(levers, backs));
  if (least === undefined) return here;
  const freed = here.effort - least.effort;
  const others = outward(levers, least.shifts, freed).filter(
    // Putting it where it was taken from is the setting that is known.
    (shifts) => shifts.some((shift, index) => differs(shift, here.shifts[index] ?? 0)),
  );
  const best = bestOf(yield* ask(levers, others));
  return best !== undefined && best.score > here.score ? best : here;
}

const differs = (one: number, other: number): boolean =>
  Math.abs(one - other) > 1e-12 * Math.max(1, Math.abs(one), Math.abs(other));

/** Every way to move one lever away from 0 by an effort. */
export function outward(
  levers: readonly Lever[],
  shifts: Shifts,
  effort: number,
): readonly Shifts[] {
  const before = effortOf(levers, shifts);
  return levers.flatMap((_, index) =>
    ([1, -1] as const).flatMap((direction) => {
      if ((shifts[index] ?? 0) * direction < 0) return [];
      const moved = movedBy(levers, shifts, index, direction, effort);
      return effortOf(levers, moved) - before > CRUMB * effort ? [moved] : [];
    }),
  );
}
