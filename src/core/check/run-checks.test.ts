import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readPlan } from "../language/read-plan.ts";
import type { Check } from "../model/check.ts";
import type { Definition } from "../model/definition.ts";
import type { Expression } from "../model/expression.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { runChecks } from "./run-checks.ts";

const NO_TEXT = { zh: "", en: "" };

function readHarbour(): Definition {
  const url = new URL("../../../test/fixtures/models/harbour/plan.yaml", import.meta.url);
  const read = readPlan(readFileSync(url, "utf8"), "plan.yaml");
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

const harbour = readHarbour();
const storm: Scenario = {
  id: "storm",
  model: "harbour",
  title: NO_TEXT,
  story: NO_TEXT,
  order: 1,
  changes: [{ kind: "shift", name: "world_trade", by: -6, why: NO_TEXT }],
};

/** A check without its claim. */
type Bare<C> = C extends unknown ? Omit<C, "claim"> : never;

function run(check: Bare<Check>, definition = harbour) {
  const claim = { zh: "断言", en: "a claim" };
  const [result] = runChecks(definition, [storm], [{ claim, ...check } as Check]);
  if (result === undefined) throw new Error("There is no result.");
  expect(result.claim).toEqual(claim);
  return result;
}

const holds = (check: Bare<Check>) => run(check).holds;

const name = (id: string): Expression => ({ kind: "name", name: id, lag: 0 });
const number = (value: number): Expression => ({ kind: "number", value });
const written = (expression: Expression) => ({ expression, text: "" });

describe("a statistic", () => {
  // world_trade is normal(5, 4): quantiles 5 + 4 z; 20 000 draws leave errors of 0.03 to 0.06.
  test.each([
    ["mean", 5],
    ["sd", 4],
    ["p5", 5 - 4 * 1.6449],
    ["p10", 5 - 4 * 1.2816],
    ["p25", 5 - 4 * 0.6745],
    ["median", 5],
    ["p75", 5 + 4 * 0.6745],
    ["p90", 5 + 4 * 1.2816],
    ["p95", 5 + 4 * 1.6449],
  ] as const)("%s is about %d", (is, value) => {
    const check = { kind: "statistic", of: "world_trade", is } as const;
    expect(holds({ ...check, between: [value - 0.25, value + 0.25] })).toBe(true);
    expect(holds({ ...check, between: [value + 0.25, value + 9] })).toBe(false);
    expect(holds({ ...check, between: [value - 9, value - 0.25] })).toBe(false);
  });

  test("says what was found and expected", () => {
    const check = {
      kind: "statistic",
      of: "revenue_2020",
      is: "mean",
      between: [99, 101],
    } as const;
    const { found, expected } = run(check);
    // A fixed parameter of 100.
    expect(found).toEqual({ zh: "100.0亿元", en: "10.00\u00a0bn yuan" });
    expect(expected.zh).toBe("应在 99.00亿元 与 101.0亿元 之间");
  });

  test("of a quantity that is undefined in some draws does not hold", () => {
    const broken: Definition = {
      ...harbour,
      indicators: harbour.indicators.map((indicator) =>
        indicator.id === "revenue"
          ? {
              ...indicator,
              equation: { kind: "call", fn: "log", args: [name("world_trade")] },
            }
          : indicator,
      ),
    };
    const check = { kind: "statistic", of: "revenue", is: "mean" } as const;
    const result = run({ ...check, between: [-1e9, 1e9] }, broken);
    expect(result.holds).toBe(false);
    // The normal(5, 4) is below 0 with probability 0.1056; the error of the share is 0.002.
    expect(result.found.en).toMatch(/^undefined in (10|11)% of draws$/);
    const range = run({ kind: "range", of: "revenue", between: [-1e9, 1e9] }, broken);
    expect(range.holds).toBe(false);
  });
});

test("a correlation is Spearman's", () => {
  const between = ["world_trade", "trade_elasticity"] as const;
  const check = { kind: "correlation", of: between } as const;
  // The model file gives them a rank correlation of 0.3; its error is 0.007.
  expect(holds({ ...check, between: [0.27, 0.33] })).toBe(true);
  expect(holds({ ...check, between: [0.33, 1] })).toBe(false);
  const independent = { kind: "correlation", of: ["world_trade", "strike"] } as const;
  expect(holds({ ...independent, between: [-0.03, 0.03] })).toBe(true);
});

describe("a response", () => {
  const response = (to: string, of: string) =>
    (["rises", "falls", "unchanged"] as const).map((is) => holds({ kind: "response", to, of, is }));

  test("goes the way of the equations", () => {
    expect(response("world_trade", "revenue")).toEqual([true, false, false]);
    expect(response("strike_loss", "revenue")).toEqual([false, false, true]);
    expect(response("assigned_revenue", "revenue")).toEqual([false, false, true]);
  });

  test("to a rare event compares without and with it", () => {
    const result = run({ kind: "response", to: "strike", of: "throughput_growth", is: "falls" });
    expect(result.holds).toBe(true);
    // A strike costs 10 points exactly; both means are over the same draws.
    const numbers =
      result.found.en
        .replaceAll("−", "-")
        .match(/-?\d+\.\d+/g)
        ?.map(Number) ?? [];
    expect((numbers.at(-2) ?? 0) - (numbers.at(-1) ?? 0)).toBeCloseTo(10, 2);
  });
});

describe("an identity", () => {
  const product: Expression = {
    kind: "binary",
    operator: "*",
    left: name("revenue"),
    right: number(1 + 1e-6),
  };

  test("holds within its relative tolerance", () => {
    const check = {
      kind: "identity",
      left: written(name("revenue")),
      right: written(product),
    } as const;
    expect(holds({ ...check, tolerance: 1.1e-6 })).toBe(true);
    expect(holds({ ...check, tolerance: 0.9e-6 })).toBe(false);
    expect(holds({ ...check, right: check.left, tolerance: 0 })).toBe(true);
  });

  test("does not hold where a side is undefined in a draw", () => {
    const log: Expression = { kind: "call", fn: "log", args: [name("world_trade")] };
    const check = { kind: "identity", left: written(log), right: written(log) } as const;
    const result = run({ ...check, tolerance: 1 });
    expect(result.holds).toBe(false);
    expect(result.found.en).toBe("undefined in some draws");
  });
});

test("a probability is the share of hits", () => {
  // P(1.1 x − 10 s ≥ 4) lies near P(x ≥ 3.6) = 0.64, less the strikes: about 0.61.
  const check = { kind: "probability", of: "revenue" } as const;
  expect(holds({ ...check, between: [0.58, 0.66] })).toBe(true);
  expect(holds({ ...check, between: [0.66, 1] })).toBe(false);
});

describe("a scenario", () => {
  const under = (of: { quantity: string } | { target: string }) =>
    (["rises", "falls", "unchanged"] as const).map((is) =>
      holds({ kind: "scenario", name: "storm", of, is }),
    );

  test("moves means and probabilities against the baseline", () => {
    expect(under({ quantity: "revenue" })).toEqual([false, true, false]);
    expect(under({ target: "revenue" })).toEqual([false, true, false]);
    expect(under({ quantity: "strike" })).toEqual([false, false, true]);
  });
});

describe("a check of an earlier period", () => {
  // A level that starts at 0 and gains 1 a year: 1 in the first period, 2 in the second.
  const first = harbour.periods[0] ?? Number.NaN;
  const counting: Definition = {
    ...harbour,
    periods: [first, first + 1],
    indicators: [
      {
        id: "years",
        label: NO_TEXT,
        unit: "1",
        source: { cites: [] },
        better: "higher",
        equation: {
          kind: "binary",
          operator: "+",
          left: { kind: "name", name: "years", lag: 1 },
          right: number(1),
        },
        equationText: "years[t-1] + 1",
        history: { values: { [first - 1]: 0 }, source: { cites: [] } },
      },
    ],
    targets: [],
  };

  test.each([
    [undefined, 2],
    [first, 1],
    [first + 1, 2],
  ])("%s finds %d", (period, value) => {
    const looked = period === undefined ? {} : { period };
    for (const [kind, is] of [
      ["statistic", { is: "mean" }],
      ["range", {}],
    ] as const) {
      const check = { kind, of: "years", ...looked, ...is } as Bare<Check>;
      expect(run({ ...check, between: [value, value] } as Bare<Check>, counting).holds).toBe(true);
      expect(run({ ...check, between: [0, value - 1] } as Bare<Check>, counting).holds).toBe(false);
    }
  });

  test("may be a response or a correlation", () => {
    const response = { kind: "response", to: "world_trade", of: "world_trade" } as const;
    expect(holds({ ...response, period: first, is: "rises" })).toBe(true);
    const of = ["world_trade", "trade_elasticity"] as const;
    expect(holds({ kind: "correlation", of, period: first, between: [0.27, 0.33] })).toBe(true);
  });
});

test("a range is for every draw", () => {
  const check = { kind: "range", of: "assigned_revenue" } as const;
  expect(holds({ ...check, between: [100, 110] })).toBe(true);
  // Of 20 000 uniform draws on [100, 110] some lie above 109.9, but for a probability of e^-200.
  expect(holds({ ...check, between: [100, 109.9] })).toBe(false);
});
