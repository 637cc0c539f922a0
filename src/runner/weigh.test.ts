import { expect, test } from "vitest";
import { startInProcessWorker } from "../../test/support/in-process-worker.ts";
import { smallProgram } from "../../test/support/small-program.ts";
import { BACKENDS } from "../core/kernel/backend.ts";
import { SAMPLING_METHODS } from "../core/sampling/sampling-method.ts";
import { CHUNK_DRAWS } from "./chunks.ts";
import { createInlineRunner } from "./inline-runner.ts";
import type { WeighingRequest } from "./runner.ts";
import { createWorkerPool } from "./worker-pool.ts";

const REQUEST: WeighingRequest = {
  program: smallProgram(),
  draws: 3 * CHUNK_DRAWS + 77,
  seed: 7,
  task: { observations: [{ column: 2, value: 1.5, sd: 0.3 }], sets: [[0, 1]] },
};

test.each(SAMPLING_METHODS)(
  "workers and kernels give the bits of the inline runner: %s",
  async (method) => {
    const request = { ...REQUEST, method };
    const expected = await createInlineRunner().weigh(request);
    expect(expected.kind).toBe("done");
    for (const workers of [1, 2, 4]) {
      for (const backend of BACKENDS) {
        const pool = createWorkerPool({ workers, backend, start: () => startInProcessWorker() });
        expect(await pool.weigh(request)).toStrictEqual(expected);
        pool.close();
      }
    }
  },
);

test("the draws that are weighted are those of a run", async () => {
  const runner = createInlineRunner();
  const [run, weighed] = [await runner.run(REQUEST), await runner.weigh(REQUEST)];
  if (run.kind !== "done" || weighed.kind !== "done") throw new Error("A run failed.");
  const hits = weighed.tally.events.map((event) => event.hits);
  expect(hits.slice(0, 2)).toEqual(run.tally.targets.map(({ hitsByReplicate }) => hitsByReplicate));
  expect(weighed.tally.hitCounts).toEqual(run.tally.hitCounts);
});

test("it can be cancelled, and its size does not depend on the number of draws", async () => {
  const runner = createInlineRunner();
  expect(await runner.weigh(REQUEST, { signal: AbortSignal.abort() })).toEqual({
    kind: "cancelled",
  });
  const sizeOf = async (draws: number) => {
    const outcome = await runner.weigh({ ...REQUEST, draws });
    return (
      outcome.kind === "done" &&
      JSON.stringify(outcome.tally.columns.map((c) => c.counts.length)) +
        outcome.tally.events.length
    );
  };
  expect(await sizeOf(1_000)).toBe(await sizeOf(70_000));
});
