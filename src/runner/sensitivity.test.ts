import { afterEach, describe, expect, test } from "vitest";
import { EVERY_RUNNER } from "../../test/support/every-runner.ts";
import { startInProcessWorker } from "../../test/support/in-process-worker.ts";
import { smallProgram } from "../../test/support/small-program.ts";
import { createInterpreter } from "../core/kernel/interpreter.ts";
import type { Instruction, Program } from "../core/model/program.ts";
import { inputSensitivity } from "../core/results/input-sensitivity.ts";
import { SENSITIVITY_DRAWS, type Sensitivity } from "../core/results/sensitivity.ts";
import { sensitivitySample } from "../core/results/sensitivity-sample.ts";
import { CHUNK_DRAWS } from "./chunks.ts";
import { createInlineRunner } from "./inline-runner.ts";
import { inputSlices } from "./input-slices.ts";
import type { Runner, SensitivityRequest } from "./runner.ts";
import { createWorkerPool } from "./worker-pool.ts";

/** Some normal inputs and their sum, which is to be positive: more inputs than a slice holds. */
function wideProgram(count: number): Program {
  const sum = (k: number): Instruction => {
    const a = k === 1 ? 1 : count + k - 1;
    return { operation: "add", target: count + k, a, b: k + 1, c: a };
  };
  const last = 2 * count - 1;
  return {
    registerCount: 2 * count + 1,
    constants: [{ register: 0, value: 0 }],
    inputs: Array.from({ length: count }, (_, k) => ({
      stream: `x${k}`,
      dimension: k,
      distribution: { kind: "normal", mean: 0, sd: 1 + k },
      register: k + 1,
    })),
    copulas: [],
    instructions: [
      ...Array.from({ length: count - 1 }, (_, k) => sum(k + 1)),
      { operation: "less", target: last + 1, a: 0, b: last, c: 0 },
    ],
    columns: [{ name: "sum", register: last }],
    targets: [{ id: "sum", hit: last + 1, value: 0, threshold: 0, hitSide: "above", strict: true }],
    targetSets: [],
  };
}

/** Without any runner. */
function directly({ program, seed, draws = SENSITIVITY_DRAWS }: SensitivityRequest): Sensitivity {
  const sample = sensitivitySample(program, createInterpreter(program, seed), draws);
  return { draws, inputs: program.inputs.flatMap((_, k) => inputSensitivity(sample, k) ?? []) };
}

describe.each(EVERY_RUNNER)("%s", (_, create) => {
  let runner: Runner | undefined;
  const start = () => {
    runner = create();
    return runner;
  };
  afterEach(() => runner?.close());

  test.each([
    ["two correlated inputs", { program: smallProgram(), seed: 7 }],
    ["twenty inputs", { program: wideProgram(20), seed: 3, draws: 5_000 }],
  ])("gives the bits of the kernel's own draws for %s", async (_, request) => {
    expect(await start().sensitivity(request)).toStrictEqual({
      kind: "done",
      sensitivity: directly(request),
    });
  });

  test("leaves runs and other sensitivities under way alone", async () => {
    const running = start();
    const run = { program: wideProgram(20), draws: 3 * CHUNK_DRAWS, seed: 1 };
    const asked = [1, 2].map((seed) => ({ program: wideProgram(20), seed, draws: 2_000 }));
    const [tally, ...found] = await Promise.all([
      running.run(run),
      ...asked.map((request) => running.sensitivity(request)),
    ]);
    expect(tally).toStrictEqual(await createInlineRunner().run(run));
    expect(found).toStrictEqual(
      asked.map((request) => ({ kind: "done", sensitivity: directly(request) })),
    );
  });

  test("does nothing for a signal that is aborted already", async () => {
    const request = { program: wideProgram(20), seed: 1 };
    const outcome = await start().sensitivity(request, { signal: AbortSignal.abort() });
    expect(outcome).toEqual({ kind: "cancelled" });
  });

  test("ends early when aborted, and answers again afterwards", async () => {
    const running = start();
    const controller = new AbortController();
    const request = { program: wideProgram(20), seed: 1, draws: 2_000 };
    const cancelled = running.sensitivity(request, { signal: controller.signal });
    controller.abort();
    expect(await cancelled).toEqual({ kind: "cancelled" });
    expect((await running.sensitivity(request)).kind).toBe("done");
  });

  test("settles as cancelled when closed", async () => {
    const running = start();
    const outcome = running.sensitivity({ program: wideProgram(20), seed: 1, draws: 2_000 });
    running.close();
    expect(await outcome).toEqual({ kind: "cancelled" });
  });
});

test("a run on the only worker waits for no more than the inputs under way", async () => {
  const worker = startInProcessWorker();
  const runner = createWorkerPool({ workers: 1, start: () => worker });
  const program = wideProgram(40);
  const order: string[] = [];
  const slow = runner.sensitivity({ program, seed: 1, draws: 2_000 });
  const quick = runner.run({ program, seed: 1, draws: 100 });
  await Promise.all([
    slow.then(() => order.push("sensitivity")),
    quick.then(() => order.push("run")),
  ]);
  expect(order).toEqual(["run", "sensitivity"]);
  runner.close();
});

test("a worker keeps the program and the draws between slices", async () => {
  const worker = startInProcessWorker();
  const runner = createWorkerPool({ workers: 2, start: () => worker });
  await runner.sensitivity({ program: wideProgram(24), seed: 1, draws: 500 });
  const programs = worker.received.filter((message) =>
    JSON.stringify(message).includes('"registerCount"'),
  );
  // 24 inputs in three slices; a pool of two that shares one worker would send it the program twice.
  expect([worker.received.length, programs.length]).toEqual([3, 1]);
  runner.close();
});

test("a worker that fails fails the sensitivity", async () => {
  const runner = createWorkerPool({
    workers: 1,
    start: () => startInProcessWorker(() => undefined),
    patienceMs: 20,
  });
  const outcome = await runner.sensitivity({ program: smallProgram(), seed: 1 });
  expect(outcome).toEqual({ kind: "failed", message: "The worker did not answer for 0.02 s." });
});

test.each([0, 1, 8, 9, 80])("slices cover %d inputs once", (inputs) => {
  const covered = inputSlices(inputs).flatMap((slice) =>
    Array.from({ length: slice.inputs }, (_, k) => slice.firstInput + k),
  );
  expect(covered).toEqual(Array.from({ length: inputs }, (_, k) => k));
});
