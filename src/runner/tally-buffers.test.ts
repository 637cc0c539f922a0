import { expect, test } from "vitest";
import { smallProgram } from "../../test/support/small-program.ts";
import { createInterpreter } from "../core/kernel/interpreter.ts";
import { tallyBuffers } from "./tally-buffers.ts";

test("everything but plain numbers is transferred", () => {
  const tally = createInterpreter(smallProgram(), 1).run(0, 1_000);
  const copy = structuredClone(tally);
  const sent = structuredClone(tally, { transfer: tallyBuffers(tally) });
  expect(sent).toStrictEqual(copy);
  // What was transferred is empty here; what was cloned would not be.
  const arrays = [
    tally.hitCounts,
    ...tally.columns.map((column) => column.histogram.counts),
    ...tally.setHits,
    ...tally.targets.flatMap((target) => [
      target.hits,
      target.hitsByReplicate,
      target.stretchHits ?? [],
      target.stretchByReplicate ?? [],
    ]),
  ];
  expect(arrays.map((array) => array.length)).toEqual(arrays.map(() => 0));
});

test("a kernel's next result survives that the last one was transferred", () => {
  const kernel = createInterpreter(smallProgram(), 1);
  const first = kernel.run(0, 1_000);
  const copy = structuredClone(first);
  structuredClone(first, { transfer: tallyBuffers(first) });
  expect(kernel.run(0, 1_000)).toStrictEqual(copy);
});
