import { describe, expect, test, vi } from "vitest";
import {
  type InProcessWorker,
  startInProcessWorker,
} from "../../test/support/in-process-worker.ts";
import { smallProgram } from "../../test/support/small-program.ts";
import type { Program } from "../core/model/program.ts";
import { moveProgram } from "../core/model/program-moves.ts";
import { CHUNK_DRAWS } from "./chunks.ts";
import { createInlineRunner } from "./inline-runner.ts";
import { createWorkerPool, workerCount } from "./worker-pool.ts";

const program = smallProgram();
const request = { program, draws: 8 * CHUNK_DRAWS, seed: 1 };

/** A pool whose workers are kept in the order of their start; `serve` decides how the n-th answers. */
function pool(workers: number, serve?: (n: number) => ((port: MessagePort) => void) | undefined) {
  const started: InProcessWorker[] = [];
  const start = () => {
    const worker = startInProcessWorker(serve?.(started.length));
    started.push(worker);
    return worker;
  };
  return { started, runner: createWorkerPool({ workers, start, patienceMs: 2_000 }) };
}

const silent = () => undefined;

/** Not a distribution: the kernel cannot be created. */
const impossible = {
  ...program,
  inputs: [{ stream: "x", dimension: 0, distribution: { kind: "none" }, register: 3 }],
} as unknown as Program;

describe("a failing worker", () => {
  test("that may not be started fails the run", async () => {
    const runner = createWorkerPool({
      workers: 2,
      start: () => {
        throw new Error("Workers are forbidden here.");
      },
    });
    const outcome = await runner.run(request);
    expect(outcome).toEqual({ kind: "failed", message: "Error: Workers are forbidden here." });
  });

  test("that cannot be loaded fails the run instead of leaving it pending", async () => {
    let starts = 0;
    const runner = createWorkerPool({
      workers: 2,
      start: () => {
        starts += 1;
        const worker = startInProcessWorker(silent);
        setTimeout(() => worker.die("404"), 1);
        return worker;
      },
    });
    const failed = { kind: "failed", message: "404" };
    expect(await runner.run(request)).toEqual(failed);
    // Later runs try again, with new workers.
    expect(await runner.run(request)).toEqual(failed);
    expect(starts).toBe(4);
  });

  test("that never answers fails the run when patience ends", async () => {
    const runner = createWorkerPool({
      workers: 1,
      start: () => startInProcessWorker(silent),
      patienceMs: 20,
    });
    const outcome = await runner.run(request);
    expect(outcome).toEqual({ kind: "failed", message: "The worker did not answer for 0.02 s." });
  });

  test("that throws fails the run with what it threw, and is replaced", async () => {
    const { started, runner } = pool(1);
    const outcome = await runner.run({ ...request, program: impossible });
    expect(outcome.kind).toBe("failed");
    expect(outcome.kind === "failed" && outcome.message).toMatch(/Error/);
    expect((await runner.run(request)).kind).toBe("done");
    expect(started).toHaveLength(2);
    runner.close();
  });

  test("that dies in the middle fails the run at once, and all are replaced in the next", async () => {
    const { started, runner } = pool(2);
    let calls = 0;
    const outcome = await runner.run(request, {
      onProgress: () => {
        calls += 1;
        // The first answer is the first worker's; the second is still at work.
        started[1]?.die("out of memory");
      },
    });
    expect(outcome).toEqual({ kind: "failed", message: "out of memory" });
    expect(calls).toBe(1);
    expect(started[1]?.terminated).toBe(true);
    expect((await runner.run(request)).kind).toBe("done");
    expect(started.map(({ terminated }) => terminated)).toEqual([true, true, false, false]);
    runner.close();
  });

  test.each([1, 4])(
    "among %d that are all broken is one of those replaced at once",
    async (workers) => {
      let isBroken = true;
      // They load and wait, and fail when they are asked.
      const { started, runner } = pool(workers, (n) => {
        if (!isBroken) return undefined;
        return (port) => {
          port.onmessage = () => started[n]?.die("broken");
        };
      });
      const small = { ...request, draws: 1 };
      expect((await runner.run(small)).kind).toBe("failed");
      isBroken = false;
      expect((await runner.run(request)).kind).toBe("done");
      const broken = started.slice(0, workers);
      expect(broken.every(({ terminated }) => terminated)).toBe(true);
      runner.close();
    },
  );

  test("that died while idle is replaced without anyone noticing", async () => {
    const { started, runner } = pool(1);
    started[0]?.die("gone");
    expect((await runner.run(request)).kind).toBe("done");
    expect(started).toHaveLength(2);
    runner.close();
  });
});

/** Number of messages that carry a program. */
const programsIn = (worker: InProcessWorker) =>
  worker.received.filter((message) => JSON.stringify(message).includes('"registerCount"')).length;

describe("a pool", () => {
  test("starts its workers at once and ends them all when closed", () => {
    const { started, runner } = pool(3);
    expect(started).toHaveLength(3);
    runner.close();
    expect(started.map((worker) => worker.terminated)).toEqual([true, true, true]);
  });

  test("sends the program once to each worker, also for later runs of it", async () => {
    const { started, runner } = pool(2);
    await runner.run(request);
    await runner.run({ ...request, draws: 2 * request.draws });
    expect(started.map(programsIn)).toEqual([1, 1]);
    expect(started.map((worker) => worker.received.length)).toEqual([12, 12]);
    runner.close();
  });

  test("sends what moved where a program is like the last one, to the same result", async () => {
    const { started, runner } = pool(1);
    await runner.run(request);
    const moved = moveProgram(program, [[1, { kind: "normal", mean: 1, sd: 3 }]]);
    const outcome = await runner.run({ ...request, program: moved });
    expect(started.map(programsIn)).toEqual([1]);
    const whole = await createInlineRunner().run({ ...request, program: smallProgram(3) });
    expect(outcome).toStrictEqual(whole);
    runner.close();
  });

  test("sends the program again to a worker that has forgotten it", async () => {
    const { started, runner } = pool(1);
    const small = { ...request, draws: 1 };
    const first = await runner.run(small);
    // More programs than a worker keeps kernels.
    for (let n = 0; n < 20; n += 1) await runner.run({ ...small, program: smallProgram(1 + n) });
    expect(await runner.run(small)).toStrictEqual(first);
    const [worker] = started;
    expect(worker && programsIn(worker)).toBe(22);
    runner.close();
  });

  test("that starts with one worker starts the others with the first answer, to the same result", async () => {
    const started: InProcessWorker[] = [];
    const start = () => {
      const worker = startInProcessWorker();
      started.push(worker);
      return worker;
    };
    const runner = createWorkerPool({ workers: 3, atOnce: 1, start });
    expect(started).toHaveLength(1);
    const outcome = await runner.run(request);
    expect(outcome).toStrictEqual(await createInlineRunner().run(request));
    // They exercise on the first worker's chunk before they take others.
    await vi.waitFor(() => expect(started.map(programsIn)).toEqual([1, 1, 1]));
    await runner.run(request);
    expect(started).toHaveLength(3);
    runner.close();
    expect(started.every(({ terminated }) => terminated)).toBe(true);
  });

  test("replaces a worker that fails at its exercise when it is asked for", async () => {
    let starts = 0;
    const start = () => {
      starts += 1;
      const worker = startInProcessWorker(starts === 2 ? silent : undefined);
      if (starts === 2) setTimeout(() => worker.die("broken"), 1);
      return worker;
    };
    const runner = createWorkerPool({ workers: 2, atOnce: 1, start });
    expect((await runner.run(request)).kind).toBe("done");
    await vi.waitFor(() => expect(starts).toBeGreaterThan(1));
    const long = { ...request, draws: 20 * CHUNK_DRAWS };
    expect((await runner.run(long)).kind).toBe("done");
    expect(starts).toBe(3);
    runner.close();
  });

  test("takes no more workers than there are chunks", async () => {
    const { started, runner } = pool(4);
    await runner.run({ ...request, draws: 2 * CHUNK_DRAWS });
    expect(started.map((worker) => worker.received.length)).toEqual([1, 1, 0, 0]);
    runner.close();
  });
});

test.each([
  [1, 1],
  [2, 2],
  [64, 8],
  [0, 1],
])("%d processors suggest %d workers", (processors, workers) => {
  expect(workerCount(processors)).toBe(workers);
});
