import { afterEach, describe, expect, test } from "vitest";
import { EVERY_RUNNER } from "../../test/support/every-runner.ts";
import { smallProgram } from "../../test/support/small-program.ts";
import { createInterpreter } from "../core/kernel/interpreter.ts";
import { mergeTallies } from "../core/results/merge-tallies.ts";
import type { Tally } from "../core/results/tally.ts";
import { DEFAULT_METHOD, pointSet, SAMPLING_METHODS } from "../core/sampling/sampling-method.ts";
import { CHUNK_DRAWS, chunkAt, chunkCount } from "./chunks.ts";
import { createInlineRunner } from "./inline-runner.ts";
import type { Runner, RunRequest } from "./runner.ts";

const program = smallProgram();

/** Without any runner: the kernel's chunks, merged at once (up to 16 chunks are). */
function directly({ program, draws, seed, method = DEFAULT_METHOD }: RunRequest): Tally {
  const kernel = createInterpreter(program, seed, pointSet(method, draws));
  const chunks = Array.from({ length: chunkCount(draws) }, (_, index) => chunkAt(draws, index));
  return mergeTallies(chunks.map((chunk) => kernel.run(chunk.firstDraw, chunk.draws)));
}

describe.each(EVERY_RUNNER)("%s", (_, create) => {
  let runner: Runner | undefined;
  const start = () => {
    runner = create();
    return runner;
  };
  afterEach(() => runner?.close());

  test.each([1, 1_000, CHUNK_DRAWS, CHUNK_DRAWS + 1, 5 * CHUNK_DRAWS - 7])(
    "gives the bits of the kernel itself for %d draws",
    async (draws) => {
      const request = { program, draws, seed: 7 };
      expect(await start().run(request)).toStrictEqual({ kind: "done", tally: directly(request) });
    },
  );

  test.each(SAMPLING_METHODS)("gives the kernel's bits for %s", async (method) => {
    const request = { program, draws: 2 * CHUNK_DRAWS + 77, seed: 7, method };
    expect(await start().run(request)).toStrictEqual({ kind: "done", tally: directly(request) });
  });

  test("gives the bits of the inline runner where tallies are merged in stages", async () => {
    const request = { program, draws: 18 * CHUNK_DRAWS + 5, seed: 3 };
    const expected = await createInlineRunner().run(request);
    expect(await start().run(request)).toStrictEqual(expected);
  });

  test("keeps runs that are under way together apart", async () => {
    const one = smallProgram(1);
    const requests: readonly RunRequest[] = [
      { program: one, draws: 3 * CHUNK_DRAWS, seed: 0 },
      { program: smallProgram(2), draws: 3 * CHUNK_DRAWS, seed: 0 },
      { program: one, draws: 3 * CHUNK_DRAWS, seed: 1 },
      { program: one, draws: 3 * CHUNK_DRAWS, seed: 0, method: "sobol" },
      { program: one, draws: 3 * CHUNK_DRAWS, seed: 0, method: "latin-hypercube" },
      { program: one, draws: 2 * CHUNK_DRAWS, seed: 0, method: "latin-hypercube" },
    ];
    const running = start();
    const outcomes = await Promise.all(requests.map((request) => running.run(request)));
    expect(outcomes).toStrictEqual(
      requests.map((request) => ({ kind: "done", tally: directly(request) })),
    );
  });

  test("tells its progress after each chunk", async () => {
    const progress: number[] = [];
    const draws = 4 * CHUNK_DRAWS + 100;
    await start().run({ program, draws, seed: 1 }, { onProgress: (done) => progress.push(done) });
    expect(progress).toHaveLength(chunkCount(draws));
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBe(draws);
  });

  test("ends at the next chunk when aborted", async () => {
    const controller = new AbortController();
    let calls = 0;
    const outcome = await start().run(
      { program, draws: 30 * CHUNK_DRAWS, seed: 1 },
      {
        signal: controller.signal,
        onProgress: () => {
          calls += 1;
          controller.abort();
        },
      },
    );
    expect(outcome).toEqual({ kind: "cancelled" });
    expect(calls).toBe(1);
  });

  test("does nothing for a signal that is aborted already", async () => {
    let calls = 0;
    const outcome = await start().run(
      { program, draws: CHUNK_DRAWS, seed: 1 },
      { signal: AbortSignal.abort(), onProgress: () => (calls += 1) },
    );
    expect(outcome).toEqual({ kind: "cancelled" });
    expect(calls).toBe(0);
  });

  test("runs again after a run was cancelled", async () => {
    const running = start();
    const request = { program, draws: CHUNK_DRAWS + 3, seed: 5 };
    const controller = new AbortController();
    const cancelled = running.run(request, { signal: controller.signal });
    controller.abort();
    expect(await cancelled).toEqual({ kind: "cancelled" });
    expect(await running.run(request)).toStrictEqual({ kind: "done", tally: directly(request) });
  });

  test("settles as cancelled when closed, and stays closed", async () => {
    const running = start();
    const request = { program, draws: 30 * CHUNK_DRAWS, seed: 1 };
    const outcome = running.run(request, { onProgress: () => running.close() });
    expect(await outcome).toEqual({ kind: "cancelled" });
    expect(await running.run(request)).toEqual({ kind: "cancelled" });
  });

  test("refuses a number of draws that is none", async () => {
    await expect(start().run({ program, draws: 0.5, seed: 1 })).rejects.toThrow(RangeError);
  });
});
