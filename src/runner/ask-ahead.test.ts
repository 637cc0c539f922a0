import { expect, test } from "vitest";
import { smallProgram } from "../../test/support/small-program.ts";
import { askAhead } from "./ask-ahead.ts";
import { createInlineRunner } from "./inline-runner.ts";
import type { Runner, RunRequest } from "./runner.ts";

const ahead: RunRequest = { program: smallProgram(), draws: 3_000, seed: 5 };

/** A runner that notes what it is asked. */
function notingRunner() {
  const asked: RunRequest[] = [];
  const inside = createInlineRunner();
  const runner: Runner = {
    ...inside,
    run: (request, options) => {
      asked.push(request);
      return inside.run(request, options);
    },
  };
  return { asked, runner };
}

test("who first asks for the run takes the answer that is on its way", async () => {
  const { asked, runner } = notingRunner();
  const expected = await createInlineRunner().run(ahead);
  const early = askAhead(runner, ahead);
  expect(asked).toEqual([ahead]);
  expect(await early.run({ ...ahead })).toStrictEqual(expected);
  expect(asked).toHaveLength(1);
  expect(await early.run(ahead)).toStrictEqual(expected);
  expect(asked).toHaveLength(2);
});

test.each<[string, Partial<RunRequest>]>([
  ["program", { program: smallProgram() }],
  ["draws", { draws: 3_001 }],
  ["seed", { seed: 6 }],
  ["method", { method: "monte-carlo" }],
])("another %s is another run", async (_, other) => {
  const { asked, runner } = notingRunner();
  const request = { ...ahead, ...other };
  const outcome = await askAhead(runner, ahead).run(request);
  expect(outcome).toStrictEqual(await createInlineRunner().run(request));
  expect(asked).toEqual([ahead, request]);
});

test("aborting ends the run that was asked ahead", async () => {
  const abort = new AbortController();
  const outcome = askAhead(createInlineRunner(), ahead).run(ahead, { signal: abort.signal });
  abort.abort();
  expect(await outcome).toEqual({ kind: "cancelled" });
});
