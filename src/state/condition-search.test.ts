import { afterEach, expect, it } from "vitest";
import { memoryStore, sampleApp, until } from "../../test/support/sample-app.ts";
import type { AppState } from "./app-state.ts";

let app: AppState | undefined;
afterEach(() => app?.dispose());

const QUERY = "?draws=4000";
const VALUE = { name: "revenue", period: 2021, part: "year", value: 12, sd: 1 } as const;
const isComplete = (state: AppState) => () =>
  state.conditioned.value.kind === "done" && state.conditioned.value.found.draws === 4_000;

function start(address: string, store = memoryStore()): AppState {
  app = sampleApp({ hash: `#/harbour/baseline/${address}${QUERY}`, store });
  return app;
}

function found(state: AppState) {
  const { value } = state.conditioned;
  if (value.kind !== "done" || value.found.summary === undefined) throw new Error("Not found.");
  return { ...value.found, summary: value.found.summary };
}

it("odds follow what is known, over all targets and sets", async () => {
  const state = start("known/revenue~2021~year~12~1");
  expect(state.known.value).toEqual([VALUE]);
  await until(isComplete(state));
  const { summary, result, sets, program } = found(state);
  expect(summary.events).toHaveLength(result.definition.targets.length + sets.length);
  expect(summary.effectiveDraws).toBeLessThan(4_000);
  // The odds before are those on the scoreboard.
  result.summary.targets.forEach(({ probability }, index) => {
    expect(summary.events[index]?.before.probability).toBe(probability);
  });
  expect(program.columns.map(({ name }) => name)).toContain("revenue@2021");
});

it("another value is weighed anew, and none at all not", async () => {
  const state = start("known/revenue~2021~year~12~1");
  await until(isComplete(state));
  const before = found(state).summary.effectiveDraws;
  state.setKnown([{ ...VALUE, sd: 3 }]);
  expect(state.conditioned.value.kind).toBe("pending");
  await until(isComplete(state));
  expect(found(state).summary.effectiveDraws).toBeGreaterThan(before);
  state.setKnown([]);
  expect(state.conditioned.value.kind).toBe("pending");
  expect(state.href({})).toBe(`#/harbour/baseline/known/none${QUERY}`);
});

it("what the model does not have is passed over", async () => {
  const state = start("known/revenue~1999~year~12~1*no_such~2021~year~1~1");
  await until(isComplete(state));
  expect(found(state).summary.effectiveDraws).toBe(4_000);
});

it("is kept for the next visit of the plan, but an address goes first", () => {
  const store = memoryStore();
  const state = start("known", store);
  expect(state.known.value).toEqual([]);
  state.setKnown([VALUE]);
  state.go({ view: { kind: "scoreboard" } });
  state.go({ view: { kind: "known" } });
  expect(state.known.value).toEqual([VALUE]);
  // The address says so, for whoever gets it.
  expect(state.href({})).toContain("/known/revenue~2021~year~12~1");
  state.dispose();
  expect(start("known", store).known.value).toEqual([VALUE]);
  app?.dispose();
  const other = start("known/revenue~2021~h1~9~1", store);
  expect(other.known.value).toEqual([{ ...VALUE, part: "h1", value: 9 }]);
});
