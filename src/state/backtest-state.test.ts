import { describe, expect, it } from "vitest";
import {
  documentedExample,
  documentedPlanForTable,
  documentedTable,
} from "../../test/support/documented-example.ts";
import { sampleApp, until } from "../../test/support/sample-app.ts";
import type { PlanEntry } from "./plan.ts";

const riverside = (backtest = documentedExample("planodds_backtest")): PlanEntry => ({
  key: "riverside-2021",
  loadPlan: async () => ({
    plan: { file: "plan.yaml", text: documentedPlanForTable() },
    history: { file: "history.csv", text: documentedTable() },
  }),
  loadScenarios: async () => [],
  loadBacktest: async () => ({ file: "backtest.yaml", text: backtest }),
});

const start = (view: string, entry = riverside()) =>
  sampleApp({ plans: [entry], hash: `#/riverside-2021/baseline${view}?draws=1000` });

describe("the backtest of a plan", () => {
  it("runs when its page is opened, and is kept", async () => {
    const state = start("");
    await until(() => state.status.value.kind === "done");
    expect(state.backtest.value).toEqual({ kind: "pending" });
    state.go({ view: { kind: "backtest" } });
    await until(() => state.backtest.value.kind === "done");
    const done = state.backtest.value;
    if (done.kind !== "done") throw new Error("It is done.");
    expect(done.result.origins.flatMap(({ quantities }) => quantities)).toHaveLength(3);
    state.go({ view: { kind: "model" } });
    state.go({ view: { kind: "backtest" } });
    expect(state.backtest.value).toBe(done);
    state.go({ seed: 2 });
    await until(() => state.backtest.value !== done && state.backtest.value.kind === "done");
    expect(state.backtest.value).toMatchObject({ result: { seed: 2 } });
    state.dispose();
  });

  it("can be cancelled and resumed", async () => {
    const state = start("/backtest");
    await until(() => state.backtest.value.kind === "running");
    state.cancelBacktest();
    expect(state.backtest.value).toEqual({ kind: "cancelled" });
    state.resumeBacktest();
    await until(() => state.backtest.value.kind === "done");
    state.dispose();
  });

  it("is the one that the user opened with the plan", async () => {
    const { loadBacktest: _, ...without } = riverside();
    const state = start("", without);
    const backtest = documentedExample("planodds_backtest").replace("[2018, 2020]", "[2019, 2020]");
    await state.openFiles([
      { file: "mine.yaml", text: documentedPlanForTable() },
      { file: "history.csv", text: documentedTable() },
      {
        file: "backtest.yaml",
        text: backtest.replace("years: [2018, 2019]", "years: [2019, 2019]"),
      },
    ]);
    state.go({ view: { kind: "backtest" } });
    await until(() => state.backtest.value.kind === "done");
    expect(state.backtest.value).toMatchObject({ result: { backtest: { origins: [2019, 2020] } } });
    state.dispose();
  });

  it("tells the file's mistakes, and that there is none", async () => {
    const wrong = documentedExample("planodds_backtest").replace("input: flood", "input: flod");
    const invalid = start("/backtest", riverside(wrong));
    await until(() => invalid.backtest.value.kind === "invalid");
    expect(invalid.backtest.value).toMatchObject({ issues: [{ code: "unknown-name" }] });
    invalid.dispose();
    const { loadBacktest: _, ...without } = riverside();
    const none = start("/backtest", without);
    await until(() => none.backtest.value.kind === "none");
    none.dispose();
  });
});
