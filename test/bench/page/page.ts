import { effect } from "@preact/signals-core";
import type { Backend } from "../../../src/core/kernel/backend.ts";
import { readPlan } from "../../../src/core/language/read-plan.ts";
import { compile } from "../../../src/core/model/compile.ts";
import type { Definition } from "../../../src/core/model/definition.ts";
import { modelHash } from "../../../src/core/model/model-hash.ts";
import type { Scenario } from "../../../src/core/scenario/scenario.ts";
import { startBrowserWorker } from "../../../src/runner/browser-workers.ts";
import type { Runner } from "../../../src/runner/runner.ts";
import { createWorkerPool } from "../../../src/runner/worker-pool.ts";
import { createSimulation, resultKey } from "../../../src/state/simulation.ts";
import { fullStatistics } from "../full-statistics.ts";
import type { PageBench, PageModel, PageRun, SliderMoves, SliderPlan } from "./page-bench.ts";

/** Draws while a slider moves. */
const STEERING_DRAWS = 10_240;
const SEED = 1;
const pools = new Map<string, Runner>();

function poolOf(backend: Backend, workers: number): Runner {
  const key = `${backend}/${workers}`;
  const pool = pools.get(key) ?? createWorkerPool({ workers, backend, start: startBrowserWorker });
  pools.set(key, pool);
  return pool;
}

const compiled = new Map<string, ReturnType<typeof prepare>>();
function prepare({ text, history }: PageModel) {
  const read = readPlan(text, "plan.yaml", {
    history: history === undefined ? undefined : { file: "history.csv", text: history },
  });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return { definition: read.value, program: compile(read.value) };
}

async function run(
  model: PageModel,
  backend: Backend,
  workers: number,
  draws: number,
): Promise<PageRun> {
  const plan = compiled.get(model.text) ?? prepare(model);
  compiled.set(model.text, plan);
  const { definition, program } = plan;
  const start = performance.now();
  const outcome = await poolOf(backend, workers).run({
    program,
    draws,
    seed: SEED,
  });
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  const { probabilities, joint } = fullStatistics(definition, program, outcome.tally);
  return { ms: performance.now() - start, probabilities, joint };
}

/** Scenarios in which inputs move one after the other, step by step, as with sliders. */
function sliderScenarios({ id, inputs }: Definition, plan: SliderPlan): readonly Scenario[] {
  const words = { zh: "移动", en: "Moved" };
  const varying = inputs.filter(({ distribution }) => distribution.kind !== "constant");
  return Array.from({ length: plan.inputs * plan.moves }, (_, step) => {
    const place = Math.floor((Math.floor(step / plan.moves) * varying.length) / plan.inputs);
    const name = varying[place]?.id ?? "";
    return {
      id: "moved",
      model: id,
      title: words,
      story: words,
      order: 1,
      changes: [{ kind: "shift", name, by: (step + 1) / 100, why: words }],
    };
  });
}

/** Move inputs and wait for the app's own simulation to have 10 240 draws of each new model. */
async function slide(
  model: PageModel,
  backend: Backend,
  workers: number,
  sliders: SliderPlan,
): Promise<SliderMoves> {
  const { definition } = prepare(model);
  const scenarios = sliderScenarios(definition, sliders);
  const files = { plan: { file: "plan.yaml", text: model.text } };
  const hash = modelHash(definition);
  const plan = {
    key: "bench",
    loadFiles: async () => files,
    definition,
    hash,
    later: [],
    scenarioIssues: [],
  };
  const pool = poolOf(backend, workers);
  const simulation = createSimulation(
    () => pool,
    () => performance.now(),
  );
  const output = document.querySelector("output");
  const firstMoves: number[] = [];
  const toResult: number[] = [];
  const toFrame: number[] = [];
  for (const [step, scenario] of scenarios.entries()) {
    const move = step % sliders.moves;
    const counts = move >= sliders.warmUp;
    await afterNextFrame();
    const start = performance.now();
    await new Promise<void>((resolve) => {
      const stop = effect(() => {
        const result = simulation.results.value.get(resultKey(hash, scenario.id));
        if (result?.changes !== scenario.changes) return;
        if (result.draws < STEERING_DRAWS) return;
        const ms = performance.now() - start;
        if (move === 0 && step > 0) firstMoves.push(ms);
        if (counts) toResult.push(ms);
        if (output !== null) output.textContent = JSON.stringify(result.summary.targets[0]);
        queueMicrotask(() => stop());
        resolve();
      });
      const moved = { ...plan, scenarios: [scenario] };
      simulation.request({
        plan: moved,
        scenarios: [scenario.id],
        draws: STEERING_DRAWS,
        seed: SEED,
      });
    });
    await afterNextFrame();
    if (counts) toFrame.push(performance.now() - start);
  }
  return { firstMoves, toResult, toFrame };
}

/** Wait until the next frame has been painted. */
function afterNextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(undefined);
    });
  });
}

const bench: PageBench = { run, slide };
Object.assign(globalThis, { bench });
