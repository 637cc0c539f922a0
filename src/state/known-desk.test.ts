import { afterEach, expect, it } from "vitest";
import { memoryStore, sampleApp, until } from "../../test/support/sample-app.ts";
import type { AppState } from "./app-state.ts";
import { keepKnownValues, keptKnownValues } from "./kept-known-values.ts";
import type { KnownValue } from "./known-value.ts";
import type { TextStore } from "./preferences.ts";
import { parseRoute } from "./route.ts";

const opened: AppState[] = [];
afterEach(() => {
  for (const state of opened.splice(0)) state.dispose();
});

const figure = (value: number): KnownValue => ({
  name: "world_trade",
  period: 2030,
  part: "year",
  value,
  sd: 1,
});
const LINK = "#/harbour/baseline/known/world_trade~2030~year~9~1?draws=3000";

async function open(hash: string, store: TextStore): Promise<AppState> {
  const state = sampleApp({ hash, store });
  opened.push(state);
  await until(() => state.plan.value.kind === "ready");
  return state;
}

const kept = (store: TextStore) => keptKnownValues(store, "harbour");

/** A browser whose user keeps a figure of 4. */
function browser(): TextStore {
  const store = memoryStore();
  keepKnownValues(store, "harbour", [figure(4)]);
  return store;
}

it("figures of a link are shown, and the user's own stay as they are, even when those of the link are edited", async () => {
  const store = browser();
  const state = await open(LINK, store);
  expect(state.known.value).toEqual([figure(9)]);
  expect(state.aside.value).toEqual([figure(4)]);
  state.setKnown([figure(9), figure(8)]);
  expect(state.known.value).toEqual([figure(9), figure(8)]);
  expect(state.aside.value).toEqual([figure(4)]);
  expect(kept(store)).toEqual([figure(4)]);
});

it("the user's own come back when they are asked for, and on the page without a link", async () => {
  const store = browser();
  const state = await open(LINK, store);
  state.leaveKnown();
  expect(state.known.value).toEqual([figure(4)]);
  expect(state.aside.value).toBeUndefined();
  state.go(parseRoute(LINK));
  expect(state.aside.value).toEqual([figure(4)]);
  state.go({ view: { kind: "scoreboard" } });
  state.go({ view: { kind: "known" } });
  expect(state.known.value).toEqual([figure(4)]);
});

it("figures of a link become the user's own when they are kept, and edits of them are kept from then on", async () => {
  const store = browser();
  const state = await open(LINK, store);
  state.keepKnown();
  expect(state.aside.value).toBeUndefined();
  expect(kept(store)).toEqual([figure(9)]);
  state.setKnown([figure(7)]);
  expect(kept(store)).toEqual([figure(7)]);
  expect(state.aside.value).toBeUndefined();
});

it("figures of a link wait to be kept where the user has none", async () => {
  const store = memoryStore();
  const state = await open(LINK, store);
  expect(state.aside.value).toEqual([]);
  state.setKnown([figure(8)]);
  expect(kept(store)).toEqual([]);
});

it("Back to earlier figures of one's own is no visit", async () => {
  const store = browser();
  const state = await open("#/harbour/baseline/known?draws=3000", store);
  expect(state.route.value.view).toEqual({ kind: "known", values: [figure(4)] });
  state.setKnown([figure(5)]);
  state.setKnown([figure(6)]);
  for (const value of [5, 4]) {
    state.go({ view: { kind: "known", values: [figure(value)] } });
    expect(state.aside.value).toBeUndefined();
  }
  state.setKnown([figure(3)]);
  expect(kept(store)).toEqual([figure(3)]);
});

it("an empty page is an address of its own, so that Back takes back the first figure", async () => {
  const state = await open("#/harbour/baseline/known?draws=3000", memoryStore());
  expect(state.href({})).toBe("#/harbour/baseline/known/none?draws=3000");
  state.setKnown([figure(5)]);
  state.go(parseRoute("#/harbour/baseline/known/none?draws=3000"));
  expect(state.known.value).toEqual([]);
  expect(state.aside.value).toBeUndefined();
});

it("what another tab has kept meanwhile is not written over", async () => {
  const store = browser();
  const state = await open("#/harbour/baseline/known?draws=3000", store);
  state.setKnown([figure(5)]);
  keepKnownValues(store, "harbour", [figure(1)]);
  state.setKnown([figure(5), figure(6)]);
  expect(kept(store)).toEqual([figure(1)]);
  expect(state.aside.value).toEqual([figure(1)]);
  expect(state.known.value).toEqual([figure(5), figure(6)]);
});
