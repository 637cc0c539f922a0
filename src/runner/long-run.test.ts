import { expect, test } from "vitest";
import {
  binary,
  buildDefinition,
  name,
  normal,
  threshold,
} from "../../test/support/build-definition.ts";
import { startInProcessWorker } from "../../test/support/in-process-worker.ts";
import { createKernel } from "../core/kernel/create-kernel.ts";
import { compile } from "../core/model/compile.ts";
import { atLeastProbabilities } from "../core/results/at-least-probabilities.ts";
import { summarise } from "../core/results/summarise.ts";
import { RETAINED_DRAWS } from "../core/results/tally-hits.ts";
import { pointSet } from "../core/sampling/sampling-method.ts";
import { createInlineRunner } from "./inline-runner.ts";
import { tallyBuffers } from "./tally-buffers.ts";
import { createWorkerPool } from "./worker-pool.ts";

const above = (value: number) => ({ kind: "above", threshold: threshold(value) }) as const;

const definition = buildDefinition({
  inputs: { x: normal(0, 1), y: normal(0, 1) },
  indicators: {
    x_alone: { equation: name("x") },
    sum: { equation: binary(name("x"), "+", name("y")) },
  },
  targets: [
    {
      id: "often",
      indicator: "sum",
      relation: above(-0.5),
      commitment: "binding",
      stretch: threshold(1),
    },
    { id: "half", indicator: "x_alone", relation: above(0), commitment: "expected" },
    { id: "rare", indicator: "x_alone", relation: above(3), commitment: "binding" },
  ],
});
const program = compile(definition);
const SEED = 4;
const LONG = { timeout: 120_000 };

async function run(draws: number, workers?: number) {
  const runner =
    workers === undefined
      ? createInlineRunner()
      : createWorkerPool({ workers, start: () => startInProcessWorker() });
  const outcome = await runner.run({ program, draws, seed: SEED });
  runner.close();
  if (outcome.kind !== "done") throw new Error(outcome.kind);
  return outcome.tally;
}

/** Draws in which an event of x and y holds, among the first so many: one by one. */
function countDraws(isHit: (x: number, y: number) => boolean, draws: number): number {
  const kernel = createKernel(program, SEED, undefined, pointSet("sobol", draws));
  const registers = program.inputs.map(({ register }) => register);
  let hits = 0;
  for (let first = 0; first < draws; first += 65_536) {
    const [x, y] = kernel.columns(first, Math.min(65_536, draws - first), registers);
    x?.forEach((value, draw) => {
      if (isHit(value, y?.[draw] ?? Number.NaN)) hits += 1;
    });
  }
  return hits;
}

test("beyond the retained draws, probabilities are still those of all draws", LONG, async () => {
  const draws = 2 * RETAINED_DRAWS + 777;
  const tally = await run(draws);
  const { targets, joint } = summarise(definition, program, tally);
  const isOften = (x: number, y: number): boolean => x + y > -0.5;
  const share = (isHit: (x: number, y: number) => boolean, of = draws): number =>
    countDraws(isHit, of) / of;
  expect(targets.map(({ probability }) => probability)).toEqual([
    share(isOften),
    share((x) => x > 0),
    share((x) => x > 3),
  ]);
  expect(targets[0]?.stretch?.probability).toBe(share((x, y) => x + y >= 1));
  expect(joint.map(({ set, probability }) => [set, probability])).toEqual([
    ["all", share((x, y) => isOften(x, y) && x > 3)],
    ["binding", share((x, y) => isOften(x, y) && x > 3)],
    ["expected", share((x) => x > 0)],
  ]);
  const some = atLeastProbabilities(tally, [0, 1]);
  expect(tally.retained).toBe(RETAINED_DRAWS);
  expect(some[2]?.probability).toBe(share((x, y) => isOften(x, y) && x > 0, RETAINED_DRAWS));
});

test("beyond the retained draws, workers give the same bits", LONG, async () => {
  const draws = RETAINED_DRAWS + 70_000;
  expect(await run(draws, 2)).toStrictEqual(await run(draws));
});

test("a result takes as much memory of two million draws as of four", LONG, async () => {
  const sizeOf = async (draws: number): Promise<number> =>
    tallyBuffers(await run(draws)).reduce((sum, { byteLength }) => sum + byteLength, 0);
  expect(await sizeOf(2 * RETAINED_DRAWS)).toBe(await sizeOf(4 * RETAINED_DRAWS));
});
