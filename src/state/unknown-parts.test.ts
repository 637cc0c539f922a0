import { afterEach, expect, it } from "vitest";
import { sampleApp, until } from "../../test/support/sample-app.ts";
import type { AppState } from "./app-state.ts";

let app: AppState | undefined;
afterEach(() => app?.dispose());

async function unknownAt(place: string): Promise<readonly string[]> {
  app?.dispose();
  const state = sampleApp({ hash: `#/harbour/${place}` });
  app = state;
  await until(() => state.plan.value.kind === "ready");
  return state.unknown.value;
}

it("names what the address asks for and the plan does not have, and nothing else", async () => {
  for (const [place, unknown] of [
    ["storm", []],
    ["own-1", ["own-1"]],
    ["own-1/compare/storm.own-2?pick=revenue,moon&share=*", ["own-1", "own-2", "moon"]],
    ["storm/compare?target=revenue&indicator=gdp_growth2&from=baseline", ["gdp_growth2"]],
    ["storm/seek?targets=revenue,moon&levers=world_trade*tide~~2", ["moon", "tide"]],
    ["storm/seek?targets=none", []],
    ["storm/together?must=moon,revenue&given=moon&graph=*&node=target:revenue", ["moon"]],
    ["storm/together?graph=sun&node=world_trade", ["sun"]],
    ["storm/model/world_trade", []],
    ["storm/assumptions/revenue", ["revenue"]],
    ["storm/target/revenue?path=world_trade,tide", ["tide"]],
  ] as const) {
    expect(await unknownAt(place), place).toEqual(unknown);
  }
});

it("has nothing more to tell once the user goes on", async () => {
  expect(await unknownAt("own-1/together?must=moon")).toEqual(["own-1", "moon"]);
  app?.go({ view: { kind: "scoreboard" } });
  expect(app?.unknown.value).toEqual([]);
});
