import { expect, test } from "vitest";
import { smallProgram } from "../../test/support/small-program.ts";
import { createInterpreter } from "../core/kernel/interpreter.ts";
import { tallyBuffers } from "./tally-buffers.ts";

test("everything but plain numbers is transferred", () => {
  const tally = createInterpreter(smallProgram(), 1).run(0, 1_000);
  const copy = structuredClone(tally);
  const buffers = tallyBuffers(tally);
  // One of the counts, one per column, one per target and tier.
  expect(buffers).toHaveLength(1 + 4 + 3);
  const sent = structuredClone(tally, { transfer: buffers });
  expect(sent).toStrictEqual(copy);
  expect(buffers.map((buffer) => buffer.byteLength)).toEqual(buffers.map(() => 0));
});

test("a kernel's next result survives that the last one was transferred", () => {
  const kernel = createInterpreter(smallProgram(), 1);
  const first = kernel.run(0, 1_000);
  const copy = structuredClone(first);
  structuredClone(first, { transfer: tallyBuffers(first) });
  expect(kernel.run(0, 1_000)).toStrictEqual(copy);
});
