import { type ReadonlySignal, signal } from "@preact/signals-core";
import { compile } from "../core/model/compile.ts";
import type { Program, TargetSet } from "../core/model/program.ts";
import { attributeHits, type Contribution } from "../core/results/attribute-hits.ts";
import { pairedOrders } from "../core/results/shapley.ts";
import type { Tally } from "../core/results/tally.ts";
import { REPLICATES } from "../core/sampling/sampling-method.ts";
import { applyScenario } from "../core/scenario/apply-scenario.ts";
import { type ChangeGroup, withGroups } from "../core/scenario/change-groups.ts";
import type { Change, Scenario } from "../core/scenario/scenario.ts";
import type { Runner } from "../runner/runner.ts";
import { attributedChanges } from "./attributed-changes.ts";
import { headlineSet } from "./headline-set.ts";
import type { Plan } from "./plan.ts";

/** Up to so many changes all orders are averaged: 2^8 runs. */
const EXACT_CHANGES = 8;
/** Draws of each run, enough for a difference of one percentage point. */
const DRAWS = 10_240;
/** Beyond, orders are sampled until about so many sets of changes have been run. */
const RUNS = 256;
const FEWEST_PAIRS = 4;

/** Two scenarios, the difference between whose odds is to be shared out. */
export interface AttributionRequest {
  readonly plan: Plan;
  readonly from: Scenario;
  readonly to: Scenario;
  readonly seed: number;
}

/** Which single changes make the difference between two scenarios. */
export interface Attribution {
  /** The changes of both, as they were then. */
  readonly from: readonly Change[];
  readonly to: readonly Change[];
  readonly seed: number;
  readonly planHash: string;
  readonly draws: number;
  readonly groups: readonly ChangeGroup[];
  /** How many pairs of orders were looked at; undefined where all orders were. */
  readonly pairs: number | undefined;
  /** By group: shares of the difference of a target's probability, by its place among the plan's targets. */
  readonly ofTarget: (index: number) => readonly Contribution[];
  /** The same of the probability that the headline's targets all hit. */
  readonly ofJoint: () => readonly Contribution[];
}

/** What the screen knows of an attribution. */
export type AttributionState =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly done: number; readonly total: number }
  | { readonly kind: "done"; readonly attribution: Attribution }
  | { readonly kind: "cancelled" }
  /** `message` is technical English. */
  | { readonly kind: "failed"; readonly message: string };

/** Shares differences out, one at a time. */
export interface Attributor {
  readonly state: ReadonlySignal<AttributionState>;
  /** Supersedes an attribution under way. */
  request(request: AttributionRequest): Promise<void>;
  cancel(): void;
}

/** Hits by replicate under one set of changes: of each target, and of all targets of the headline together. */
interface SetHits {
  readonly targets: readonly Float64Array[];
  readonly joint: Float64Array;
}

/** @param runner asked anew for every attribution, so that it can be replaced after a failure */
export function createAttributor(runner: () => Runner): Attributor {
  const state = signal<AttributionState>({ kind: "idle" });
  let abort = new AbortController();

  async function request({ plan, from, to, seed }: AttributionRequest): Promise<void> {
    abort.abort();
    abort = new AbortController();
    const { signal: mine } = abort;
    const { groups } = attributedChanges(from, to, plan.definition);
    const { orders, sets } = plannedSets(groups.length, seed);
    const headline = headlineSet(plan.definition.targets);
    const found = new Map<number, SetHits>();
    for (const set of sets) {
      state.value = { kind: "running", done: found.size, total: sets.length };
      const changes = withGroups(from.changes, groups, set);
      const definition = applyScenario(plan.definition, { ...to, changes });
      const program = compile(definition, "targets");
      const outcome = await runner().run({ program, draws: DRAWS, seed }, { signal: mine });
      if (mine.aborted) return;
      if (outcome.kind !== "done") {
        state.value = outcome;
        return;
      }
      found.set(set, hitsOf(outcome.tally, program, headline));
    }
    const share = (of: (hits: SetHits) => Float64Array | undefined) => {
      const worth = (set: number): Float64Array => {
        const hits = found.get(set);
        const counted = hits && of(hits);
        if (counted === undefined) throw new Error(`The set ${set} was not run.`);
        return counted;
      };
      return attributeHits(groups.length, worth, DRAWS, orders);
    };
    state.value = {
      kind: "done",
      attribution: {
        from: from.changes,
        to: to.changes,
        seed,
        planHash: plan.hash,
        draws: DRAWS,
        groups,
        pairs: orders && orders.length / 2,
        ofTarget: (index) => share(({ targets }) => targets[index]),
        ofJoint: () => share(({ joint }) => joint),
      },
    };
  }

  return {
    state,
    request,
    cancel: () => {
      abort.abort();
      if (state.peek().kind === "running") state.value = { kind: "cancelled" };
    },
  };
}

/** How many runs an attribution to so many changes takes, 30 at most; a little less where orders share sets. */
export function plannedRuns(changes: number): number {
  return plannedSets(changes, 0).sets.length;
}

/** The sets of changes to run, and the orders that lead through them; undefined: all. */
function plannedSets(
  changes: number,
  seed: number,
): { readonly orders: readonly number[][] | undefined; readonly sets: readonly number[] } {
  if (changes <= EXACT_CHANGES) {
    return { orders: undefined, sets: Array.from({ length: 2 ** changes }, (_, set) => set) };
  }
  const pairs = Math.max(FEWEST_PAIRS, Math.floor(RUNS / (2 * (changes - 1))));
  const orders = pairedOrders(changes, pairs, seed);
  const sets = orders.flatMap((order) => {
    const before = order.map((_, place) => order.slice(0, place));
    return [...before, order].map((some) => some.reduce((set, change) => set | (1 << change), 0));
  });
  return { orders, sets: [...new Set(sets)] };
}

/** Without targets there is no joint event. */
function hitsOf(
  { targets, setHits }: Tally,
  { targetSets }: Program,
  headline: TargetSet,
): SetHits {
  return {
    targets: targets.map(({ hitsByReplicate }) => hitsByReplicate),
    joint:
      setHits[targetSets.findIndex(({ set }) => set === headline)] ?? new Float64Array(REPLICATES),
  };
}
