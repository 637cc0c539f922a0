import { expect, it } from "vitest";
import {
  endAppsAfterEach,
  openApp,
  shiftTrade,
  startApp,
  TRADE_EDIT,
} from "../../test/support/opened-apps.ts";
import { harbour, memoryStore, until } from "../../test/support/sample-app.ts";
import type { AppState } from "./app-state.ts";
import type { SourceFile } from "./plan.ts";

endAppsAfterEach();

/** A link to an edited baseline, made at a seed and a number of draws that are no defaults. */
async function sharedLink(): Promise<{ readonly link: string; readonly author: AppState }> {
  const author = await openApp({ hash: "#/harbour/baseline?draws=3000&seed=7" });
  author.workspace.edit([shiftTrade(-3.3)], TRADE_EDIT);
  await until(() => author.shown.value?.changes.length === 1);
  await until(() => author.shown.value?.draws === 3000 && author.status.value.kind === "done");
  const settings = { draws: 3000, seed: 7 };
  return { author, link: await author.exchange.linkTo(author.scenario.value!, settings) };
}

it("reproduces a result bit for bit from its link", async () => {
  const { author, link } = await sharedLink();
  const reader = await openApp({ hash: link });
  await until(() => reader.shown.value?.draws === 3000);
  expect(reader.visitor.value).toMatchObject({ kind: "here", isSameModel: true });
  expect(reader.shown.value?.tally).toEqual(author.shown.value?.tally);
  expect(reader.shown.value?.modelHash).toBe(author.shown.value?.modelHash);
  expect(reader.scenario.value?.title).toEqual(author.scenario.value?.title);
});

it("keeps a visiting scenario apart until it is kept, and leaves no trace when it is not", async () => {
  const { link } = await sharedLink();
  const reader = await openApp({ hash: link });
  expect(reader.workspace.own.value).toEqual([]);
  // An edit makes a copy, as of a shipped scenario; the visitor stays.
  reader.workspace.edit([shiftTrade(1)], TRADE_EDIT);
  expect(reader.workspace.own.value).toHaveLength(1);
  expect(reader.visitor.value).toMatchObject({ scenario: { changes: [shiftTrade(-3.3)] } });
  reader.keepVisitor();
  expect(reader.workspace.own.value.map(({ changes }) => changes)).toEqual([
    [shiftTrade(1)],
    [shiftTrade(-3.3)],
  ]);
  expect(reader.visitor.value.kind).toBe("none");
  expect(reader.scenario.value?.changes).toEqual([shiftTrade(-3.3)]);
  expect(reader.route.value.shared).toBeUndefined();

  const other = await openApp({ hash: link });
  other.leaveVisitor();
  expect(other.route.value).toMatchObject({ scenario: "baseline", draws: 3000, seed: 7 });
  expect(other.plan.value).toMatchObject({ plan: { scenarios: [{}, {}] } });
  expect(other.workspace.undoable.value).toBeUndefined();
});

it("says of a link that it is damaged, of another model, or of another plan", async () => {
  const { link } = await sharedLink();
  const damaged = await openApp({ hash: link.slice(0, -9) });
  expect(damaged.visitor.value.kind).toBe("damaged");
  expect(damaged.route.value.scenario).toBe("baseline");

  const otherModel = await openApp({ hash: link.replace(/model=\w+/, "model=0123456789abcdef") });
  expect(otherModel.visitor.value).toMatchObject({ kind: "here", isSameModel: false });

  const { text } = (await harbour.loadPlan()).plan;
  const changed = { file: "h.yaml", text: text.replaceAll("world_trade", "trade_abroad") };
  const other = { ...harbour, loadPlan: async () => ({ plan: changed }) };
  const unfit = await openApp({ hash: link, plans: [other] });
  expect(unfit.visitor.value).toMatchObject({ kind: "unfit", issues: [{ code: "unknown-name" }] });
});

it("shows the scenario of a file's link once the file is opened", async () => {
  const { text } = (await harbour.loadPlan()).plan;
  const { link } = await sharedLink();
  const state = startApp({ hash: link.replace("#/harbour/", "#/file/"), store: memoryStore() });
  await until(() => state.plan.value.kind === "unknown");
  await state.openFiles([{ file: "plan.yaml", text }]);
  await until(() => state.shown.value?.changes.length === 1);
  expect(state.visitor.value.kind).toBe("here");
});

it("imports scenario files, also beside their plan, and says what is wrong with others", async () => {
  const state = await openApp();
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
  const state = await openApp();
  state.workspace.edit([shiftTrade(0.1 + 0.2)], TRADE_EDIT);
  const { scenario } = state;
  const text = await state.exchange.textOf(scenario.value!);
  await state.openFiles([{ file: "again.yaml", text }]);
  await until(() => state.workspace.own.value.length === 2);
  const [first, second] = state.workspace.own.value;
  expect(second).toEqual({ ...first, id: second?.id });
});
