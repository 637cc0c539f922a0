import { Worker } from "node:worker_threads";
import { BACKENDS } from "../../src/core/kernel/backend.ts";
import { createKernel } from "../../src/core/kernel/create-kernel.ts";
import { compile } from "../../src/core/model/compile.ts";
import { mergeTallies } from "../../src/core/results/merge-tallies.ts";
import type { Tally } from "../../src/core/results/tally.ts";
import {
  DEFAULT_METHOD,
  pointSet,
  SAMPLING_METHODS,
} from "../../src/core/sampling/sampling-method.ts";
import { chunkAt, chunkCount } from "../../src/runner/chunks.ts";
import { nodeWorkerHandle } from "../../src/runner/node-workers.ts";
import { createTallyCollector } from "../../src/runner/tally-collector.ts";
import { createWorkerPool } from "../../src/runner/worker-pool.ts";
import { readPlanFolder } from "../support/read-plan-folder.ts";
import { answerRequests } from "./answer-requests.ts";
import { fullStatistics } from "./full-statistics.ts";

/** Usage: engine-process.js plan.yaml backend workers [method]; 0 workers: everything in one thread. */
const [file = "", backendName, workerText, methodName = DEFAULT_METHOD] = process.argv.slice(2);
const backend = BACKENDS.find((known) => known === backendName);
if (backend === undefined) throw new Error(`No backend ${backendName}.`);
const method = SAMPLING_METHODS.find((known) => known === methodName);
if (method === undefined) throw new Error(`No method ${methodName}.`);
const workers = Number(workerText);
const definition = readPlanFolder(file);
const program = compile(definition);
const SEED = 1;

function runInThread(): (draws: number) => Promise<Tally> {
  return async (draws) => {
    const kernel = createKernel(program, SEED, backend, pointSet(method ?? DEFAULT_METHOD, draws));
    const collector = createTallyCollector(mergeTallies);
    for (let index = 0; index < chunkCount(draws); index++) {
      const chunk = chunkAt(draws, index);
      collector.add(index, kernel.run(chunk.firstDraw, chunk.draws));
    }
    return collector.finish();
  };
}

function runOnWorkers(): (draws: number) => Promise<Tally> {
  const url = new URL("./simulation.node-worker.js", import.meta.url);
  const start = () => nodeWorkerHandle(new Worker(url));
  const pool = createWorkerPool({ workers, start, ...(backend === undefined ? {} : { backend }) });
  return async (draws) => {
    const outcome = await pool.run({
      program,
      draws,
      seed: SEED,
      method: method ?? DEFAULT_METHOD,
    });
    if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
    return outcome.tally;
  };
}

const simulate = workers === 0 ? runInThread() : runOnWorkers();
await answerRequests(`Node ${process.versions.node}`, async (draws) => {
  const start = performance.now();
  const statistics = fullStatistics(definition, program, await simulate(draws));
  return { ms: performance.now() - start, ...statistics };
});
process.exit();
