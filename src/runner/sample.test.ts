import { expect, test } from "vitest";
import { EVERY_RUNNER } from "../../test/support/every-runner.ts";
import { startInProcessWorker } from "../../test/support/in-process-worker.ts";
import { smallProgram } from "../../test/support/small-program.ts";
import { createInterpreter } from "../core/kernel/interpreter.ts";
import { createWorkerPool } from "./worker-pool.ts";

test.each(EVERY_RUNNER)(
  "%s gives the bits of the kernel's own draws, column by column",
  async (_, create) => {
    const runner = create();
    const [program, seed, draws] = [smallProgram(), 5, 2_500];
    const registers = [program.inputs[0]!.register, program.targets[0]!.hit];
    expect(await runner.sample({ program, seed, draws, registers })).toStrictEqual({
      kind: "done",
      columns: createInterpreter(program, seed).columns(0, draws, registers),
    });
    const stop = new AbortController();
    stop.abort();
    const asked = runner.sample({ program, seed, draws, registers }, { signal: stop.signal });
    expect(await asked).toEqual({ kind: "cancelled" });
    runner.close();
  },
);

test("a worker that fails fails the sample", async () => {
  const runner = createWorkerPool({
    workers: 1,
    start: () => startInProcessWorker(() => undefined),
    patienceMs: 20,
  });
  const outcome = await runner.sample({
    program: smallProgram(),
    seed: 1,
    draws: 9,
    registers: [],
  });
  expect(outcome).toEqual({ kind: "failed", message: "The worker did not answer for 0.02 s." });
  runner.close();
});
