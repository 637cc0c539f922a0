import { afterEach } from "vitest";
import type { Change } from "../../src/core/scenario/scenario.ts";
import type { AppState } from "../../src/state/app-state.ts";
import { sampleApp, until } from "./sample-app.ts";

const opened: AppState[] = [];

/** An app that ends with the test. */
export function startApp(...sketch: Parameters<typeof sampleApp>): AppState {
  const state = sampleApp(...sketch);
  opened.push(state);
  return state;
}

/** The same, with its first result. */
export async function openApp(...sketch: Parameters<typeof sampleApp>): Promise<AppState> {
  const state = startApp(...sketch);
  await until(() => state.status.value.kind === "done");
  return state;
}

/** To be called once in a file: ends every app after each test. */
export function endAppsAfterEach(): void {
  afterEach(() => {
    for (const state of opened.splice(0)) state.dispose();
  });
}

/** A shift of the harbour plan's `world_trade`. */
export const shiftTrade = (by: number): Extract<Change, { kind: "shift" }> => ({
  kind: "shift",
  name: "world_trade",
  by,
  why: { zh: "试", en: "test" },
});

/** What undo calls such a change. */
export const TRADE_EDIT = { kind: "edit", subject: "world_trade" } as const;
