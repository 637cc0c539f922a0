import type { Lever, Shifts } from "./lever.ts";
import { ask, type Search, type Setting } from "./search.ts";

/** The setting at a place of a path, from 0 at its first setting; between settings, in proportion. */
export function alongPath(path: readonly Pick<Setting, "shifts">[], place: number): Shifts {
  const index = Math.min(Math.floor(place), path.length - 2);
  const [from, to] = [path[index]?.shifts ?? [], path[index + 1]?.shifts ?? []];
  return from.map((shift, lever) => shift + (place - index) * ((to[lever] ?? shift) - shift));
}

/** Questions of {@link crossing}: enough for a thousandth of the way. */
const HALVINGS = 7;

/**
 * The first setting along a path that reaches a probability, which its last one does and `start` about does, by
 * bisection. `undefined` where the last one does not.
 */
export function* crossing(
  levers: readonly Lever[],
  path: readonly Pick<Setting, "shifts">[],
  wanted: number,
  start: number,
): Search<Setting | undefined> {
  const at = (place: number) => alongPath(path, place);
  const end = path.length - 1;
  const near = [0.9, 1, 1.1].map((factor) => Math.min(end, start * factor));
  const tried = yield* ask(levers, [...near, end].map(at));
  const places = [0, ...near, end];
  const first = tried.findIndex(({ probability }) => probability >= wanted);
  let best = tried[first];
  if (best === undefined) return undefined;
  let [low, high] = [places[first] ?? 0, places[first + 1] ?? end];
  for (let k = 0; k < HALVINGS && best.effort > 0; k++) {
    const middle = (low + high) / 2;
    const [setting] = yield* ask(levers, [at(middle)]);
    if (setting !== undefined && setting.probability >= wanted) {
      best = setting;
      high = middle;
    } else low = middle;
  }
  return best;
}
