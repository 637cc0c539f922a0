import { expect, it } from "vitest";
import {
  endAppsAfterEach,
  openApp,
  shiftTrade,
  TRADE_EDIT,
} from "../../test/support/opened-apps.ts";
import { harbour, memoryScenarioStore, memoryStore, until } from "../../test/support/sample-app.ts";
import type { Change } from "../core/scenario/scenario.ts";
import type { AppState } from "./app-state.ts";
import type { ScenarioStore } from "./kept-scenario.ts";
import type { SourceFile } from "./plan.ts";

endAppsAfterEach();

const bys = (state: AppState): readonly unknown[] =>
  state.workspace.own.value.map(({ changes }) => changes.map((each) => "by" in each && each.by));

/** Own scenarios that differ in their one shift, with its size as their id. */
function add(state: AppState, ...sizes: readonly number[]): void {
  const base = state.scenario.value!;
  const made = sizes.map((by) => ({ ...base, id: `own-of-${by}`, changes: [shiftTrade(by)] }));
  state.workspace.add(made, { kind: "create", title: base.title });
}

it("brings own scenarios back at the next visit, in order, the one in the address on screen", async () => {
  const scenarioStore = memoryScenarioStore();
  const state = await openApp({ scenarioStore });
  add(state, 1, 2, 3);
  state.workspace.move("own-of-3", 0);
  state.workspace.remove("own-of-1");
  await until(() => scenarioStore.records.size === 2);
  const again = await openApp({ scenarioStore, hash: "#/harbour/own-of-2?draws=3000" });
  expect(again.route.value.scenario).toBe("own-of-2");
  expect(again.shown.value?.changes).toEqual([shiftTrade(2)]);
  expect(bys(again)).toEqual([[3], [2]]);
  expect(again.workspace.undoable.value).toBeUndefined();
});

it("shows shipped scenarios before kept ones are there", async () => {
  const scenarioStore: ScenarioStore = {
    load: () => new Promise(() => undefined),
    write: async () => new Map(),
    watch: () => () => undefined,
  };
  const state = await openApp({ scenarioStore, hash: "#/harbour/storm?draws=3000" });
  expect(state.shown.value?.scenario).toBe("storm");
});

it("keeps what was made while kept scenarios were on their way", async () => {
  const inside = memoryScenarioStore();
  add(await openApp({ scenarioStore: inside }), 1);
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const scenarioStore: ScenarioStore = {
    ...inside,
    load: (key) => gate.then(() => inside.load(key)),
  };
  const state = await openApp({ scenarioStore });
  state.workspace.edit([shiftTrade(9)], TRADE_EDIT);
  release();
  await until(() => state.plan.value.kind === "ready" && state.workspace.own.value.length === 2);
  expect(bys(state)).toEqual([[1], [9]]);
  await until(() => inside.records.size === 2);
});

it("lets two tabs work on the same plan", async () => {
  const scenarioStore = memoryScenarioStore();
  const one = await openApp({ scenarioStore });
  const other = await openApp({ scenarioStore });
  add(one, 1);
  add(other, 2);
  one.workspace.edit([shiftTrade(5)], TRADE_EDIT);
  await until(() => scenarioStore.records.size === 2);
  const next = await openApp({ scenarioStore });
  expect([...bys(next)].sort()).toEqual([[2], [5]]);
});

it("says when nothing is kept, works on, and keeps all once it can", async () => {
  const inside = memoryScenarioStore();
  let isFull = true;
  const scenarioStore: ScenarioStore = {
    load: inside.load,
    write: async (records) => {
      if (isFull) throw new DOMException("full", "QuotaExceededError");
      return inside.write(records);
    },
    watch: inside.watch,
  };
  const state = await openApp({ scenarioStore });
  expect(state.keeping.isRefused.value).toBe(false);
  add(state, 1);
  await until(() => state.keeping.isRefused.value);
  isFull = false;
  add(state, 2);
  await until(() => !state.keeping.isRefused.value);
  expect(inside.records.size).toBe(2);
  expect(bys(state)).toEqual([[1], [2]]);
});

const ownFile = async (replace: (text: string) => string): Promise<SourceFile> => {
  const { text } = (await harbour.loadPlan()).plan;
  return { file: "mine.yaml", text: replace(text) };
};

it("checks scenarios again where the plan has changed, and never drops one that no longer fits", async () => {
  const scenarioStore = memoryScenarioStore();
  const store = memoryStore();
  const state = await openApp({ scenarioStore, store });
  await state.openFiles([await ownFile((text) => text.replace("normal(5, 4)", "normal(9, 4)"))]);
  const fileRead = () =>
    state.plan.value.kind === "ready" && state.plan.value.plan.key === "file"
      ? state.plan.value.plan
      : undefined;
  await until(() => fileRead() !== undefined);
  add(state, 1);
  const name = fileRead()?.definition.parameters[0]?.id ?? "";
  const moved: Change = { ...shiftTrade(0.1), name };
  const base = state.scenario.value!;
  state.workspace.add([{ ...base, id: "own-p", changes: [moved] }], {
    kind: "create",
    title: base.title,
  });
  await until(() => scenarioStore.records.size === 2);

  // The same plan with an input of another name: its scenario has nothing to change.
  await state.openFiles([await ownFile((text) => text.replaceAll("world_trade", "trade_abroad"))]);
  await until(() => state.keeping.misfits.value.length === 1);
  const [misfit] = state.keeping.misfits.value;
  expect(misfit?.scenario.id).toBe("own-of-1");
  expect(misfit?.issues.map(({ code }) => code)).toEqual(["unknown-name"]);
  expect(misfit?.source.text).toContain("input: world_trade");
  expect(state.workspace.own.value.map(({ id }) => id)).toEqual(["own-p"]);
  expect(scenarioStore.records.size).toBe(2);

  // It fits again when the name is back; forgotten, it is gone.
  await state.openFiles([await ownFile((text) => `${text}\n`)]);
  await until(() => state.keeping.misfits.value.length === 0);
  await until(() => state.workspace.own.value.length === 2);
  await state.openFiles([await ownFile((text) => text.replaceAll("world_trade", "trade_abroad"))]);
  await until(() => state.keeping.misfits.value.length === 1);
  state.keeping.forget("own-of-1");
  await until(() => scenarioStore.records.size === 1);
  expect(state.keeping.misfits.value).toEqual([]);
});
