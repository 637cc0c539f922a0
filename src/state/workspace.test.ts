import { afterEach, expect, it } from "vitest";
import { sampleApp, until } from "../../test/support/sample-app.ts";
import type { Change } from "../core/scenario/scenario.ts";
import type { AppState } from "./app-state.ts";

let app: AppState | undefined;
afterEach(() => app?.dispose());

const why = { zh: "试", en: "test" };
const shift = (by: number): Change => ({ kind: "shift", name: "world_trade", by, why });
const edit = { kind: "edit", subject: "world_trade" } as const;

async function open(): Promise<AppState> {
  const state = sampleApp();
  app = state;
  await until(() => state.status.value.kind === "done");
  return state;
}

const titles = (state: AppState): readonly string[] =>
  state.workspace.own.value.map(({ title }) => title.en);

it("makes a copy of a shipped scenario at the first change, and computes it", async () => {
  const state = await open();
  state.workspace.edit([shift(-30)], edit);
  expect(state.route.value.scenario).toBe("own-1");
  expect(titles(state)).toEqual([
    `${state.plan.value.kind === "ready" ? state.plan.value.plan.scenarios[0]?.title.en : ""} (edited)`,
  ]);
  await until(() => state.results.value.get("own-1")?.draws === 4000);
  expect(state.shown.value?.changes).toEqual([shift(-30)]);
  state.workspace.edit([shift(-40)], edit);
  expect(state.workspace.own.value).toHaveLength(1);
  expect(state.staleReasons.value).toEqual(["changes"]);
  await until(
    () =>
      state.shown.value?.changes[0] !== undefined &&
      state.staleReasons.value.length === 0 &&
      state.status.value.kind === "done",
  );
  expect(state.shown.value?.changes).toEqual([shift(-40)]);
});

it("undoes and redoes every step by name, a gesture being one step", async () => {
  const state = await open();
  const { workspace } = state;
  workspace.edit([shift(1)], edit, "drag 1");
  workspace.edit([shift(2)], edit, "drag 1");
  workspace.edit([shift(3)], edit, "drag 2");
  expect(workspace.undoable.value).toEqual(edit);
  workspace.undo();
  expect(state.scenario.value?.changes).toEqual([shift(2)]);
  workspace.undo();
  expect(workspace.own.value).toEqual([]);
  expect(state.route.value.scenario).toBe("baseline");
  expect(workspace.undoable.value).toBeUndefined();
  workspace.undo();
  workspace.redo();
  expect(state.scenario.value?.changes).toEqual([shift(2)]);
  workspace.redo();
  expect(state.scenario.value?.changes).toEqual([shift(3)]);
  expect(workspace.redoable.value).toBeUndefined();
});

it("adds, moves, renames and removes scenarios, and takes all of it back", async () => {
  const state = await open();
  const { workspace } = state;
  const base = state.scenario.value!;
  const scenario = (id: string) => ({ ...base, id, title: { zh: id, en: id } });
  const step = (kind: "create" | "describe", id: string) => ({ kind, title: { zh: id, en: id } });
  workspace.add([scenario("a"), scenario("b"), scenario("c")], step("create", "c"));
  expect(state.route.value.scenario).toBe("c");
  workspace.move("c", 0);
  expect(titles(state)).toEqual(["c", "a", "b"]);
  workspace.replace({ ...scenario("a"), title: { zh: "甲", en: "A" } }, step("describe", "a"));
  expect(titles(state)).toEqual(["c", "A", "b"]);
  workspace.remove("c");
  expect(titles(state)).toEqual(["A", "b"]);
  expect(state.route.value.scenario).toBe("baseline");
  for (let step = 0; step < 4; step += 1) workspace.undo();
  expect(titles(state)).toEqual([]);
  expect(workspace.isOwn("a")).toBe(false);
  for (let step = 0; step < 4; step += 1) workspace.redo();
  expect(titles(state)).toEqual(["A", "b"]);
});
