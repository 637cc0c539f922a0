import { Worker } from "node:worker_threads";
import { BACKENDS } from "../../src/core/kernel/backend.ts";
import { createKernel } from "../../src/core/kernel/create-kernel.ts";
import { compile } from "../../src/core/model/compile.ts";
import { mergeTallies } from "../../src/core/results/merge-tallies.ts";
import type { Tally } from "../../src/core/results/tally.ts";
import { PLAIN_POINTS } from "../../src/core/sampling/sampling-method.ts";
import { chunkAt, chunkCount } from "../../src/runner/chunks.ts";
import { nodeWorkerHandle } from "../../src/runner/node-workers.ts";
import { createTallyCollector } from "../../src/runner/tally-collector.ts";
import { createWorkerPool } from "../../src/runner/worker-pool.ts";
import { readPlanFolder } from "../support/read-plan-folder.ts";
import { answerRequests } from "./answer-requests.ts";
import { fullStatistics } from "./full-statistics.ts";

/** Usage: engine-process.js plan.yaml backend workers; 0 workers: everything in one thread. */
const [file = "", backendName, workerText] = process.argv.slice(2);
const backend = BACKENDS.find((known) => known === backendName);
if (backend === undefined) throw new Error(`No backend ${backendName}.`);
const workers = Number(workerText);
const definition = readPlanFolder(file);
const program = compile(definition);
const SEED = 1;

function runInThread(): (draws: number) => Promise<Tally> {
  const kernel = createKernel(program, SEED, backend, PLAIN_POINTS);
  return async (draws) => {
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
    const outcome = await pool.run({ program, draws, seed: SEED, method: "monte-carlo" });
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
