import { afterEach, expect, it } from "vitest";
import { harbour, memoryStore, sampleApp, until } from "../../test/support/sample-app.ts";
import type { Change } from "../core/scenario/scenario.ts";
import type { AppState } from "./app-state.ts";
import type { SourceFile } from "./plan.ts";

const opened: AppState[] = [];
afterEach(() => {
  for (const state of opened.splice(0)) state.dispose();
});

const why = { zh: "试", en: "test" };
const shift = (by: number): Change => ({ kind: "shift", name: "world_trade", by, why });
const edit = { kind: "edit", subject: "world_trade" } as const;

function start(...sketch: Parameters<typeof sampleApp>): AppState {
  const state = sampleApp(...sketch);
  opened.push(state);
  return state;
}

async function open(...sketch: Parameters<typeof sampleApp>): Promise<AppState> {
  const state = start(...sketch);
  await until(() => state.status.value.kind === "done");
  return state;
}

/** A link to an edited baseline, made at a seed and a number of draws that are no defaults. */
async function sharedLink(): Promise<{ readonly link: string; readonly author: AppState }> {
  const author = await open({ hash: "#/harbour/baseline?draws=3000&seed=7" });
  author.workspace.edit([shift(-3.3)], edit);
  await until(() => author.shown.value?.changes.length === 1);
  await until(() => author.shown.value?.draws === 3000 && author.status.value.kind === "done");
  const settings = { draws: 3000, seed: 7 };
  return { author, link: await author.exchange.linkTo(author.scenario.value!, settings) };
}

it("reproduces a result bit for bit from its link", async () => {
  const { author, link } = await sharedLink();
  const reader = await open({ hash: link });
  await until(() => reader.shown.value?.draws === 3000);
  expect(reader.visitor.value).toMatchObject({ kind: "here", isSameModel: true });
  expect(reader.shown.value?.tally).toEqual(author.shown.value?.tally);
  expect(reader.shown.value?.modelHash).toBe(author.shown.value?.modelHash);
  expect(reader.scenario.value?.title).toEqual(author.scenario.value?.title);
});

it("keeps a visiting scenario apart until it is kept, and leaves no trace when it is not", async () => {
  const { link } = await sharedLink();
  const reader = await open({ hash: link });
  expect(reader.workspace.own.value).toEqual([]);
  // An edit makes a copy, as of a shipped scenario; the visitor stays.
  reader.workspace.edit([shift(1)], edit);
  expect(reader.workspace.own.value).toHaveLength(1);
  expect(reader.visitor.value).toMatchObject({ scenario: { changes: [shift(-3.3)] } });
  reader.keepVisitor();
  expect(reader.workspace.own.value.map(({ changes }) => changes)).toEqual([
    [shift(1)],
    [shift(-3.3)],
  ]);
  expect(reader.visitor.value.kind).toBe("none");
  expect(reader.scenario.value?.changes).toEqual([shift(-3.3)]);
  expect(reader.route.value.shared).toBeUndefined();

  const other = await open({ hash: link });
  other.leaveVisitor();
  expect(other.route.value).toMatchObject({ scenario: "baseline", draws: 3000, seed: 7 });
  expect(other.plan.value).toMatchObject({ plan: { scenarios: [{}, {}] } });
  expect(other.workspace.undoable.value).toBeUndefined();
});

it("says of a link that it is damaged, of another model, or of another plan", async () => {
  const { link } = await sharedLink();
  const damaged = await open({ hash: link.slice(0, -9) });
  expect(damaged.visitor.value.kind).toBe("damaged");
  expect(damaged.route.value.scenario).toBe("baseline");

  const otherModel = await open({ hash: link.replace(/model=\w+/, "model=0123456789abcdef") });
  expect(otherModel.visitor.value).toMatchObject({ kind: "here", isSameModel: false });

  const { text } = (await harbour.loadPlan()).plan;
  const changed = { file: "h.yaml", text: text.replaceAll("world_trade", "trade_abroad") };
  const other = { ...harbour, loadPlan: async () => ({ plan: changed }) };
  const unfit = await open({ hash: link, plans: [other] });
  expect(unfit.visitor.value).toMatchObject({ kind: "unfit", issues: [{ code: "unknown-name" }] });
});

it("shows the scenario of a file's link once the file is opened", async () => {
  const { text } = (await harbour.loadPlan()).plan;
  const { link } = await sharedLink();
  const state = start({ hash: link.replace("#/harbour/", "#/file/"), store: memoryStore() });
  await until(() => state.plan.value.kind === "unknown");
  await state.openFiles([{ file: "plan.yaml", text }]);
  await until(() => state.shown.value?.changes.length === 1);
  expect(state.visitor.value.kind).toBe("here");
});

it("imports scenario files, also beside their plan, and says what is wrong with others", async () => {
  const state = await open();
  const storm = (await harbour.loadScenarios())[1] as SourceFile;
  const bad = { file: "bad.yaml", text: storm.text.replace("model: harbour", "model: harbor") };
  await state.openFiles([storm, bad]);
  await until(() => state.workspace.own.value.length === 1);
  expect(state.route.value.view.kind).toBe("scenarios");
  expect(state.workspace.undoable.value?.kind).toBe("import");
  const shipped =
    state.plan.value.kind === "ready" ? state.plan.value.plan.scenarios[1] : undefined;
  expect({ ...state.scenario.value, id: "storm" }).toEqual(shipped);
  expect(state.exchange.refused.value).toMatchObject([
    { source: bad, issues: [{ code: "wrong-model", line: 3 }] },
  ]);
  state.exchange.clearRefused();
  expect(state.exchange.refused.value).toEqual([]);

  const { text } = (await harbour.loadPlan()).plan;
  await state.openFiles([storm, { file: "plan.yaml", text }]);
  await until(
    () => state.route.value.plan === "file" && state.workspace.own.value[0]?.title !== undefined,
  );
  expect(state.exchange.refused.value).toEqual([]);
});

it("writes a scenario as a file that is imported again with the same changes", async () => {
  const state = await open();
  state.workspace.edit([shift(0.1 + 0.2)], edit);
  const { scenario } = state;
  const text = await state.exchange.textOf(scenario.value!);
  await state.openFiles([{ file: "again.yaml", text }]);
  await until(() => state.workspace.own.value.length === 2);
  const [first, second] = state.workspace.own.value;
  expect(second).toEqual({ ...first, id: second?.id });
});
