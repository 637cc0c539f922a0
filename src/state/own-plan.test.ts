import { describe, expect, it } from "vitest";
import { memoryStore } from "../../test/support/sample-app.ts";
import { keepPlan, keptPlan, planFilesOf } from "./own-plan.ts";

const plan = { file: "mine.yaml", text: "planodds: 1" };
const history = { file: "History.CSV", text: "indicator,year" };

const backtest = { file: "mine-too.yaml", text: "# how to test it\nplanodds_backtest: 1" };

describe("planFilesOf", () => {
  it("tells a backtest from a plan by its first key", () => {
    expect(planFilesOf([backtest, plan, history], undefined)).toEqual({ plan, history, backtest });
    expect(planFilesOf([backtest, history], plan)).toEqual({ plan, history, backtest });
  });

  it("takes a plan with its table, in any order", () => {
    expect(planFilesOf([history, plan], undefined)).toEqual({ plan, history });
    expect(planFilesOf([plan], undefined)).toEqual({ plan });
  });

  it("reads a table alone with the plan on screen", () => {
    expect(planFilesOf([history], plan)).toEqual({ plan, history });
    expect(planFilesOf([history], undefined)).toBeUndefined();
  });

  it("is nothing for no files", () => {
    expect(planFilesOf([], plan)).toBeUndefined();
  });
});

describe("keptPlan", () => {
  it("gives back what was kept, with its table or without", () => {
    const store = memoryStore();
    for (const files of [{ plan, history, backtest }, { plan, history }, { plan }, undefined]) {
      keepPlan(store, files);
      expect(keptPlan(store)).toEqual(files);
    }
  });
});
