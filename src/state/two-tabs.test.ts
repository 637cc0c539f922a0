import { expect, it } from "vitest";
import {
  endAppsAfterEach,
  shiftTrade,
  startApp,
  TRADE_EDIT,
} from "../../test/support/opened-apps.ts";
import { memoryScenarioStore, until } from "../../test/support/sample-app.ts";
import type { AppState } from "./app-state.ts";
import type { ScenarioStore } from "./kept-scenario.ts";

endAppsAfterEach();

let tabs = 0;

/** A tab on the shared store; its ids are its own. */
async function tab(scenarioStore: ScenarioStore, scenario = "baseline"): Promise<AppState> {
  const number = ++tabs;
  let made = 0;
  const newId = () => `tab${number}-${++made}`;
  const hash = `#/harbour/${scenario}?draws=1000`;
  const state = startApp({ scenarioStore, newId, hash });
  await until(() => state.plan.value.kind === "ready" && state.route.value.scenario === scenario);
  return state;
}

/** Own scenarios by title, with the size of their one shift. */
const shifts = (state: AppState) =>
  state.workspace.own.value.map(({ title, changes: [change] }) => [
    title.en,
    change?.kind === "shift" ? change.by : undefined,
  ]);

/** Two tabs that both have, kept and on screen, a scenario "S" with a shift of 1. */
async function two() {
  const store = memoryScenarioStore();
  // Holds back what a tab hears and writes, as a busy machine does.
  let gate: Promise<void> = Promise.resolve();
  let open = (): void => undefined;
  const slow: ScenarioStore = {
    ...store,
    write: async (changes) => {
      await gate;
      return store.write(changes);
    },
    watch: (told) => store.watch(() => void gate.then(told)),
  };
  const one = await tab(store);
  const base = one.scenario.value!;
  const made = { ...base, id: "s", title: { zh: "情", en: "S" }, changes: [shiftTrade(1)] };
  one.workspace.add([made], { kind: "create", title: made.title });
  await until(() => store.records.size === 1);
  const other = await tab(slow, "s");
  const hold = (): void => {
    gate = new Promise((resolve) => {
      open = resolve;
    });
  };
  return { store, one, other, hold, release: () => open() };
}

const settled = async (...states: readonly AppState[]): Promise<void> => {
  const [first] = states;
  await until(() => states.every((state) => String(shifts(state)) === String(shifts(first!))));
};

it("a tab takes over what another one changes, makes, moves and removes", async () => {
  const { one, other } = await two();
  one.workspace.edit([shiftTrade(2)], TRADE_EDIT);
  await until(() => String(shifts(other)) === "S,2");
  const shownShift = () =>
    String(other.shown.value?.changes.map((each) => "by" in each && each.by));
  await until(() => shownShift() === "2");
  expect(other.shown.value?.changes).toEqual([shiftTrade(2)]);
  const added = { ...one.scenario.value!, id: "t", title: { zh: "乙", en: "T" } };
  one.workspace.add([added], { kind: "create", title: added.title });
  await until(() => shifts(other).length === 2);
  one.workspace.move("t", 0);
  await until(() => String(shifts(other)) === "T,2,S,2");
  one.workspace.remove("s");
  await until(() => String(shifts(other)) === "T,2");
  expect(other.route.value.scenario).toBe("baseline");
  expect(other.keeping.collisions.value).toEqual([]);
});

it("where both change a scenario the second save becomes a copy, on screen, and is told", async () => {
  const { store, one, other, hold, release } = await two();
  hold();
  other.workspace.edit([shiftTrade(3)], TRADE_EDIT);
  one.workspace.edit([shiftTrade(2)], TRADE_EDIT);
  await until(() =>
    [...store.records.values()].every(
      ({ scenario }) =>
        String(scenario.changes[0] && "by" in scenario.changes[0] && scenario.changes[0].by) ===
        "2",
    ),
  );
  release();
  await until(() => other.keeping.collisions.value.length === 1);
  const copy = "S (changed here)";
  expect(shifts(other)).toEqual([
    ["S", 2],
    [copy, 3],
  ]);
  expect(other.scenario.value?.title.en).toBe(copy);
  expect(other.keeping.collisions.value[0]).toMatchObject({
    title: { en: "S" },
    copy: { en: copy },
  });
  await settled(one, other);
  expect(store.records.size).toBe(2);
  expect(one.keeping.collisions.value).toEqual([]);
  other.keeping.dismissCollisions();
  expect(other.keeping.collisions.value).toEqual([]);
  // Both tabs and the store agree from here on.
  other.workspace.edit([shiftTrade(4)], TRADE_EDIT);
  await until(() => String(shifts(one)) === `S,2,${copy},4`);
});

it("undo after a clash takes back one's own steps and nothing of the other tab", async () => {
  const { one, other, hold, release } = await two();
  hold();
  other.workspace.edit([shiftTrade(3)], TRADE_EDIT);
  other.workspace.edit([shiftTrade(5)], TRADE_EDIT);
  one.workspace.edit([shiftTrade(2)], TRADE_EDIT);
  await until(() => String(shifts(one)) === "S,2");
  release();
  await until(() => other.keeping.collisions.value.length === 1);
  expect(shifts(other)).toEqual([
    ["S", 2],
    ["S (changed here)", 5],
  ]);
  other.workspace.undo();
  expect(shifts(other)).toEqual([
    ["S", 2],
    ["S (changed here)", 3],
  ]);
  other.workspace.undo();
  expect(shifts(other)).toEqual([["S", 2]]);
  expect(other.route.value.scenario).toBe("s");
  other.workspace.redo();
  expect(other.scenario.value?.changes).toEqual([shiftTrade(3)]);
  await settled(one, other);
});

it("undo of earlier steps leaves what another tab has made since, and what it has made of the same scenario", async () => {
  const { one, other } = await two();
  other.workspace.edit([shiftTrade(3)], TRADE_EDIT);
  await until(() => String(shifts(one)) === "S,3");
  one.workspace.edit([shiftTrade(4)], TRADE_EDIT);
  const added = { ...one.scenario.value!, id: "t", title: { zh: "乙", en: "T" } };
  one.workspace.add([added], { kind: "create", title: added.title });
  await until(() => String(shifts(other)) === "S,4,T,4");
  other.workspace.undo();
  // What was there before the other tab's change is back as a copy.
  expect(shifts(other)).toEqual([
    ["S", 4],
    ["S (changed here)", 1],
    ["T", 4],
  ]);
  other.workspace.redo();
  expect(shifts(other)).toEqual([
    ["S", 4],
    ["T", 4],
  ]);
});

it("what one tab removes and the other changes stays, whoever comes first", async () => {
  const { one, other, hold, release } = await two();
  hold();
  other.workspace.remove("s");
  one.workspace.edit([shiftTrade(2)], TRADE_EDIT);
  await until(() => String(shifts(one)) === "S,2");
  release();
  await until(() => String(shifts(other)) === "S,2");
  expect(other.keeping.collisions.value).toMatchObject([{ title: { en: "S" }, copy: undefined }]);
  other.keeping.dismissCollisions();

  hold();
  other.go({ scenario: "s" });
  other.workspace.edit([shiftTrade(6)], TRADE_EDIT);
  one.workspace.remove("s");
  await until(() => shifts(one).length === 0);
  release();
  await until(() => String(shifts(one)) === "S,6");
  expect(shifts(other)).toEqual([["S", 6]]);
  expect(other.keeping.collisions.value).toEqual([]);
});

it("what a tab leaves behind for another plan file's version is not taken over, and not erased", async () => {
  const { store, one, other } = await two();
  const record = [...store.records.values()][0]!;
  const elsewhere = { ...record, planHash: "another", revision: "another" };
  await store.write(new Map([["harbour/s", { record: elsewhere, replaces: record.revision }]]));
  await until(() => shifts(one).length === 0 && shifts(other).length === 0);
  one.workspace.edit([shiftTrade(9)], TRADE_EDIT);
  await until(() => store.records.size === 2);
  expect(store.records.get("harbour/s")).toEqual(elsewhere);
});
