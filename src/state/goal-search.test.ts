import { afterEach, expect, it } from "vitest";
import { sampleApp, until } from "../../test/support/sample-app.ts";
import { RETAINED_DRAWS } from "../core/results/tally-hits.ts";
import type { AppState } from "./app-state.ts";
import { seekDraws } from "./goal-search.ts";
import { defaultChoice, defaultLever, goalOf, leversOf, movable, scaleOf } from "./seek-choice.ts";

let app: AppState | undefined;
afterEach(() => app?.dispose());

/** An app on the harbour plan with its odds computed, and the choice of revenue by means of the world's trade. */
async function start() {
  const state = sampleApp({ hash: "#/harbour/baseline/seek?draws=4000" });
  app = state;
  await until(() => state.status.value.kind === "done");
  const base = state.shown.value!;
  const trade = base.definition.inputs.find(({ id }) => id === "world_trade")!;
  const levers = [defaultLever(trade)];
  const wanted = base.summary.targets.find(({ id }) => id === "revenue")!.probability + 0.05;
  return { state, base, choice: { targets: ["revenue"], atLeast: undefined, wanted, levers } };
}

it("what was found becomes a scenario on screen that says so, with the odds that were promised", async () => {
  const { state, base, choice } = await start();
  const kinds: string[] = [];
  const stop = state.goalSearch.state.subscribe(({ kind }) => void kinds.push(kind));
  state.goalSearch.start(base, choice);
  await until(() => state.goalSearch.state.value.kind === "done");
  stop();
  expect(new Set(kinds)).toEqual(new Set(["idle", "running", "done"]));
  const found = state.goalSearch.state.value;
  if (found.kind !== "done") throw new Error("Not found.");
  expect(found.result.isReached).toBe(true);

  state.addSought(found.result, found.base);
  const scenario = state.scenario.value!;
  expect(state.workspace.isOwn(scenario.id)).toBe(true);
  expect(state.workspace.undoable.value).toEqual({ kind: "create", title: scenario.title });
  expect(scenario.changes).toMatchObject([{ kind: "shift", name: "world_trade" }]);
  expect(scenario.changes[0]?.why.zh).toContain("求解得出");
  expect(state.route.value.view).toEqual({ kind: "scoreboard" });
  await until(
    () => state.shown.value?.scenario === scenario.id && state.shown.value.draws === 4_000,
  );
  const odds = state.shown.value?.summary.targets.find(({ id }) => id === "revenue");
  expect(odds?.probability).toBe(found.result.after.probability);
});

it("a search that is cancelled says so, and another can follow", async () => {
  const { state, base, choice } = await start();
  state.goalSearch.start(base, choice);
  await until(() => state.goalSearch.state.value.kind === "running");
  state.goalSearch.cancel();
  expect(state.goalSearch.state.value).toEqual({ kind: "cancelled" });
  state.goalSearch.start(base, choice);
  await until(() => state.goalSearch.state.value.kind === "done");
});

it("is checked with the draws that were asked for, as far as their hits are retained", async () => {
  const { base } = await start();
  expect(seekDraws(base)).toBe(4_000);
  expect(seekDraws({ ...base, requestedDraws: 10_000_000 })).toBe(RETAINED_DRAWS);
});

it("defaults are the headline targets at even odds, and levers within a standard deviation", async () => {
  const { base } = await start();
  const { definition } = base;
  const choice = defaultChoice(definition);
  expect(choice.wanted).toBe(0.5);
  expect(goalOf(choice)?.atLeast).toBe(choice.targets.length);
  expect(goalOf({ ...choice, targets: [] })).toBeUndefined();
  const input = movable(definition)[0]!;
  const sd = scaleOf(input.distribution);
  const lever = defaultLever(input);
  expect(Math.abs(lever.high - sd)).toBeLessThan(0.06 * sd);
  expect(lever.low).toBe(-lever.high);
  // Two units of effort for one standard deviation.
  const levers = leversOf({ ...choice, levers: [{ ...lever, effort: 2 }] }, definition);
  expect(levers[0]!.cost * sd).toBeCloseTo(2, 12);
  expect(leversOf({ ...choice, levers: [{ ...lever, isUsed: false }] }, definition)).toEqual([]);
});

it("the spread of a law without a standard deviation is half its middle 68 %", () => {
  // The quantile of Cauchy's distribution is tan(π (p − 1/2)).
  const cauchy = { kind: "student_t", df: 1, location: 0, scale: 2 } as const;
  const exact = 2 * Math.tan(Math.PI * (0.8413447460685429 - 0.5));
  expect(scaleOf(cauchy)).toBeCloseTo(exact, 3);
});

it("a constant is moved by tenths of its size", () => {
  expect(scaleOf({ kind: "constant", value: -30 })).toBe(3);
  expect(scaleOf({ kind: "constant", value: 0 })).toBe(1);
  const distribution = { kind: "constant", value: 0.4 } as const;
  const lever = { name: "share", isUsed: true, low: -0.04, high: 0.04, effort: 1 };
  expect(defaultLever({ id: "share", distribution })).toEqual(lever);
});
