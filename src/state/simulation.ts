import { type ReadonlySignal, signal } from "@preact/signals-core";
import { compile } from "../core/model/compile.ts";
import type { Definition } from "../core/model/definition.ts";
import { modelHash } from "../core/model/model-hash.ts";
import type { Program } from "../core/model/program.ts";
import { recompile } from "../core/model/recompile.ts";
import { summarise } from "../core/results/summarise.ts";
import type { Tally } from "../core/results/tally.ts";
import { applyScenario } from "../core/scenario/apply-scenario.ts";
import type { Change, Scenario } from "../core/scenario/scenario.ts";
import { latestWins } from "../runner/latest-wins.ts";
import { progressiveStages, STEERING_DRAWS } from "../runner/progressive-stages.ts";
import type { Runner } from "../runner/runner.ts";
import { BASELINE, type Plan } from "./plan.ts";
import type { RunSettings } from "./run-settings.ts";
import type { RunStatus } from "./run-status.ts";
import type { ScenarioResult } from "./scenario-result.ts";

/** What to compute: some scenarios of a plan on the same random numbers. */
export interface SimulationRequest extends RunSettings {
  readonly plan: Plan;
  /** Ids of scenarios, the most urgent first. */
  readonly scenarios: readonly string[];
}

/** Computes scenarios in stages and keeps the newest result of each. */
export interface Simulation {
  readonly status: ReadonlySignal<RunStatus>;
  /** The newest result by {@link resultKey}. */
  readonly results: ReadonlySignal<ReadonlyMap<string, ScenarioResult>>;
  /** Computes what is not there yet; supersedes a run under way. */
  request(request: SimulationRequest): void;
  /** Ends the run under way; results so far stay. */
  cancel(): void;
}

/** Key of a scenario's result; a changed plan file has other keys. */
export function resultKey(planHash: string, scenario: string): string {
  return `${planHash}/${scenario}`;
}

/** How long a full run waits for a further move of an assumption: a chunk under way would delay its odds. */
const REST_MS = 250;

interface Prepared {
  readonly changes: readonly Change[];
  readonly definition: Definition;
  readonly program: Program;
  /** Computed when it is first asked for: odds that follow a slider do not wait for it. */
  readonly hash: () => string;
}

interface Job {
  readonly scenario: string;
  readonly draws: number;
}

/**
 * @param runner asked anew for every run, so that it can be replaced after a failure
 * @param now milliseconds from any origin
 */
export function createSimulation(runner: () => Runner, now: () => number): Simulation {
  const status = signal<RunStatus>({ kind: "idle" });
  const results = signal<ReadonlyMap<string, ScenarioResult>>(new Map());
  const prepared = new Map<string, Prepared>();
  let msPerDraw: number | undefined;

  const prepare = (plan: Plan, id: string): Prepared => {
    const key = resultKey(plan.hash, id);
    const scenario = plan.scenarios.find((candidate) => candidate.id === id);
    const known = prepared.get(key);
    if (known !== undefined && known.changes === changesOf(scenario)) return known;
    const similar = [known, prepared.get(resultKey(plan.hash, BASELINE))];
    const fresh = prepareScenario(plan, scenario, similar);
    prepared.set(key, fresh);
    return fresh;
  };

  const keep = (request: SimulationRequest, scenario: string, tally: Tally): void => {
    const { plan, seed, draws: requestedDraws } = request;
    const { changes, definition, program, hash } = prepare(plan, scenario);
    const result: ScenarioResult = {
      planHash: plan.hash,
      scenario,
      changes,
      get modelHash() {
        return hash();
      },
      definition,
      program,
      seed,
      draws: tally.draws,
      requestedDraws,
      tally,
      summary: summarise(definition, program, tally),
    };
    results.value = new Map(results.value).set(resultKey(plan.hash, scenario), result);
  };

  const work = async (request: SimulationRequest, abort: AbortSignal): Promise<void> => {
    const jobs = jobsFor(request, results.peek(), msPerDraw);
    const isMoved = jobs.some(({ scenario }) => hasMoved(request.plan, scenario, results.peek()));
    const drawsTotal = jobs.reduce((sum, job) => sum + job.draws, 0);
    const start = now();
    let before = 0;
    for (const job of jobs) {
      const report = (done: number): void => {
        if (abort.aborted) return;
        const drawsDone = before + done;
        status.value = { kind: "running", drawsDone, drawsTotal, scenario: job.scenario };
      };
      report(0);
      if (isMoved && job.draws > STEERING_DRAWS) await rest(start + REST_MS - now(), abort);
      if (abort.aborted) return;
      const began = now();
      const { program } = prepare(request.plan, job.scenario);
      const outcome = await runner().run(
        { program, draws: job.draws, seed: request.seed },
        { signal: abort, onProgress: report },
      );
      if (abort.aborted) return;
      if (outcome.kind !== "done") {
        status.value = outcome;
        return;
      }
      keep(request, job.scenario, outcome.tally);
      msPerDraw = (now() - began) / job.draws;
      before += job.draws;
    }
    const isNew = jobs.length > 0 || status.peek().kind !== "done";
    if (isNew) status.value = { kind: "done", elapsedMs: now() - start };
  };

  const scheduler = latestWins(work);
  return {
    status,
    results,
    request: scheduler.request,
    cancel: () => {
      if (status.peek().kind !== "running") return;
      scheduler.cancel();
      status.value = { kind: "cancelled" };
    },
  };
}

/** Whether the newest result of a scenario has other changes than it has now. */
function hasMoved(
  { hash, scenarios }: Plan,
  id: string,
  results: ReadonlyMap<string, ScenarioResult>,
): boolean {
  const result = results.get(resultKey(hash, id));
  const scenario = scenarios.find((candidate) => candidate.id === id);
  return result !== undefined && result.changes !== changesOf(scenario);
}

/** Wait so many milliseconds, or until the signal is aborted. */
function rest(ms: number, abort: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      abort.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, Math.max(0, ms));
    abort.addEventListener("abort", end);
    if (abort.aborted) end();
  });
}

const NO_CHANGES: readonly Change[] = [];
const changesOf = (scenario: Scenario | undefined): readonly Change[] =>
  scenario?.changes ?? NO_CHANGES;

/** @param similar what may differ from it in distributions alone */
function prepareScenario(
  plan: Plan,
  scenario: Scenario | undefined,
  similar: readonly (Prepared | undefined)[],
): Prepared {
  const isUnchanged = changesOf(scenario).length === 0;
  const definition =
    scenario === undefined || isUnchanged
      ? plan.definition
      : applyScenario(plan.definition, scenario);
  let hash: string | undefined;
  return {
    changes: changesOf(scenario),
    definition,
    program: (isUnchanged ? plan.program : undefined) ?? programOf(definition, similar),
    hash: () => {
      hash ??= modelHash(definition);
      return hash;
    },
  };
}

function programOf(definition: Definition, similar: readonly (Prepared | undefined)[]): Program {
  for (const before of similar) {
    const program = before && recompile(before, definition);
    if (program !== undefined) return program;
  }
  return compile(definition, "targets");
}

/** Runs still needed, first looks of all scenarios before the full runs. */
function jobsFor(
  request: SimulationRequest,
  results: ReadonlyMap<string, ScenarioResult>,
  msPerDraw: number | undefined,
): readonly Job[] {
  return progressiveStages(request.draws, msPerDraw).flatMap((draws) =>
    request.scenarios
      .filter((id) => {
        const result = results.get(resultKey(request.plan.hash, id));
        if (result === undefined || result.seed !== request.seed) return true;
        if (hasMoved(request.plan, id, results)) return true;
        return draws === request.draws ? result.draws !== draws : result.draws < draws;
      })
      .map((scenario) => ({ scenario, draws })),
  );
}
