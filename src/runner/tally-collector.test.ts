import fc from "fast-check";
import { expect, test } from "vitest";
import { smallProgram } from "../../test/support/small-program.ts";
import { createInterpreter } from "../core/kernel/interpreter.ts";
import { mergeTallies } from "../core/results/merge-tallies.ts";
import { createTallyCollector } from "./tally-collector.ts";

const DRAWS = 64;
const kernel = createInterpreter(smallProgram(), 1);
const tallies = Array.from({ length: 300 }, (_, index) => kernel.run(index * DRAWS, DRAWS));

function collect(order: readonly number[]) {
  const collector = createTallyCollector(mergeTallies);
  for (const index of order) collector.add(index, structuredClone(tallies[index]!));
  return collector.finish();
}

test("the order of arrival changes no bit", () => {
  const anyOrder = fc
    .integer({ min: 1, max: 300 })
    .chain((count) =>
      fc.shuffledSubarray([...Array(count).keys()], { minLength: count, maxLength: count }),
    );
  fc.assert(
    fc.property(anyOrder, (order) => {
      expect(collect(order)).toStrictEqual(collect(order.toSorted((a, b) => a - b)));
    }),
    { numRuns: 20 },
  );
});

test("nothing is lost: counts and hits are those of one run of the kernel over all draws", () => {
  const whole = kernel.run(0, 300 * DRAWS);
  const collected = collect([...tallies.keys()]);
  expect(collected.firstDraw).toBe(0);
  expect(collected.draws).toBe(300 * DRAWS);
  expect(collected.targets).toStrictEqual(whole.targets);
  expect(collected.setHits).toStrictEqual(whole.setHits);
  expect(collected.hitCounts).toStrictEqual(whole.hitCounts);
  expect(collected.columns.map((column) => column.histogram)).toStrictEqual(
    whole.columns.map((column) => column.histogram),
  );
});

test("what comes after a late chunk is merged before it is there", () => {
  // Chunks as lists of their indices: of 300, the first missing, 17 groups of 16 are complete.
  let merges = 0;
  const collector = createTallyCollector((parts: readonly (readonly number[])[]) => {
    merges += 1;
    return parts.flat();
  });
  const indices = [...Array(300).keys()];
  for (const index of indices.slice(1)) collector.add(index, [index]);
  expect(merges).toBe(17);
  collector.add(0, [0]);
  expect(collector.finish()).toEqual(indices);
});
