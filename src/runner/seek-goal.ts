import { cheapestSetting } from "../core/goal-seek/cheapest-setting.ts";
import { crossing } from "../core/goal-seek/crossing.ts";
import {
  bearingNames,
  evaluateGoal,
  type Goal,
  goalEstimate,
  goalProgram,
  settingProgram,
} from "../core/goal-seek/goal.ts";
import { effortOf, type Lever, type Shifts } from "../core/goal-seek/lever.ts";
import { roundedShifts } from "../core/goal-seek/rounded-shifts.ts";
import type { Search, Setting } from "../core/goal-seek/search.ts";
import { traceFrontier } from "../core/goal-seek/trace-frontier.ts";
import type { Definition } from "../core/model/definition.ts";
import type { Program } from "../core/model/program.ts";
import type { ProbabilityEstimate } from "../core/results/summary.ts";
import type { Tally } from "../core/results/tally.ts";
import type { Runner, RunOptions } from "./runner.ts";

/** Draws of each question while searching: what a point of the frontier rests on. */
export const SEEK_DRAWS = 8_192;

/** Steps from no effort to the most. */
const STEPS = 12;

/** A step that gains less than this share of p (1 − p) ends the search: at even odds a quarter of a point. */
const LEAST_GAIN = 0.01;

/** What to seek; with the definition, all that the answer depends on. */
export interface SeekRequest {
  readonly definition: Definition;
  readonly goal: Goal;
  readonly levers: readonly Lever[];
  /** The probability to reach, 0..1. */
  readonly wanted: number;
  /** Draws of the final check. */
  readonly draws: number;
  readonly seed: number;
}

/** What levers can do for a goal. */
export interface SeekResult {
  readonly request: SeekRequest;
  /** Levers that bear on the goal; the others were left alone. */
  readonly levers: readonly Lever[];
  /** Whether the wanted probability was reached, at `request.draws`. */
  readonly isReached: boolean;
  /** The cheapest setting found, or the one that gets farthest; by lever, with three significant digits. */
  readonly shifts: Shifts;
  readonly effort: number;
  /** The goal's probability without any shift and with them, at `request.draws`. */
  readonly before: ProbabilityEstimate;
  readonly after: ProbabilityEstimate;
  /** Odds against effort, at `searchDraws`. */
  readonly frontier: readonly Setting[];
  readonly searchDraws: number;
}

/** How a search for the least effort ended. */
export type SeekOutcome =
  | { readonly kind: "done"; readonly result: SeekResult }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly message: string };

/**
 * Find the least effort that gives a goal a probability, on the same random numbers for every setting, so that the
 * search climbs a smooth slope. It searches with few draws, then looks for the exact place with all of them.
 * `onProgress` is told how many settings have been computed. The answer is the same on any number of workers.
 */
export async function seekGoal(
  runner: Runner,
  request: SeekRequest,
  options: RunOptions = {},
): Promise<SeekOutcome> {
  const program = goalProgram(request.definition, request.goal);
  const asked = request.levers.map(({ name }) => name);
  const bearing = bearingNames(request.definition, request.goal, asked);
  const levers = request.levers.filter(({ name }) => bearing.has(name));
  const guide = createGuide(runner, request, program, levers, options);
  const { draws, wanted, goal } = request;
  const searchDraws = Math.min(draws, SEEK_DRAWS);

  const frontier = await guide.lead(traceFrontier(levers, STEPS, LEAST_GAIN), searchDraws);
  const first = frontier?.findIndex(({ probability }) => probability >= wanted) ?? -1;
  const start = frontier?.[first];
  const cheapest =
    start && (await guide.lead(cheapestSetting(levers, start, wanted, STEPS), searchDraws));
  const none = { shifts: levers.map(() => 0) };
  // Behind the setting found comes what lies beyond it on the frontier, should all draws ask for more.
  const found = cheapest === undefined ? [] : [cheapest];
  const beyond = frontier?.slice(cheapest === undefined ? -1 : first + 1) ?? [];
  const path = [none, ...found, ...beyond, ...(beyond.length === 0 ? found : [])];
  const crossed = await guide.lead(crossing(levers, path, wanted, 1), draws);
  const shifts = roundedShifts(levers, (crossed ?? farthest(frontier ?? []))?.shifts ?? []);
  const tallies = await guide.run([none.shifts, shifts], draws);
  const [before, after] = (tallies ?? []).map((tally) => goalEstimate(tally, goal));
  if (frontier === undefined || before === undefined || after === undefined) return guide.ended();
  const effort = effortOf(levers, shifts);
  const isReached = crossed !== undefined;
  return {
    kind: "done",
    result: { request, levers, isReached, shifts, effort, before, after, frontier, searchDraws },
  };
}

/** Computes settings for a search; `undefined` for all that comes after it was ended. */
interface Guide {
  run(asked: readonly Shifts[], draws: number): Promise<readonly Tally[] | undefined>;
  lead<Found>(search: Search<Found>, draws: number): Promise<Found | undefined>;
  /** Why it was ended. */
  ended(): Exclude<SeekOutcome, { readonly kind: "done" }>;
}

function createGuide(
  runner: Runner,
  { definition, goal, seed }: SeekRequest,
  program: Program,
  levers: readonly Lever[],
  { signal, onProgress }: RunOptions,
): Guide {
  const names = levers.map(({ name }) => name);
  let computed = 0;
  let end: Exclude<SeekOutcome, { readonly kind: "done" }> | undefined;

  const runOne = async (shifts: Shifts, draws: number): Promise<readonly Tally[]> => {
    const setting = settingProgram(program, { definition, goal }, names, shifts);
    const outcome = await runner.run(
      { program: setting, draws, seed },
      signal === undefined ? {} : { signal },
    );
    if (outcome.kind !== "done") {
      end ??= outcome;
      return [];
    }
    computed += 1;
    onProgress?.(computed);
    return [outcome.tally];
  };
  const run: Guide["run"] = async (asked, draws) => {
    if (end !== undefined) return undefined;
    const tallies = await Promise.all(asked.map((shifts) => runOne(shifts, draws)));
    return end === undefined ? tallies.flat() : undefined;
  };
  return {
    run,
    lead: async (search, draws) => {
      let next = search.next();
      while (!next.done) {
        const tallies = await run(next.value, draws);
        if (tallies === undefined) return undefined;
        next = search.next(tallies.map((tally) => evaluateGoal(tally, goal)));
      }
      return next.value;
    },
    ended: () => end ?? { kind: "cancelled" },
  };
}

/** The setting with the best odds. */
function farthest(frontier: readonly Setting[]): Setting | undefined {
  return frontier.reduce<Setting | undefined>(
    (best, each) => (best === undefined || each.probability > best.probability ? each : best),
    undefined,
  );
}
