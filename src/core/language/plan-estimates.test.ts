import { describe, expect, it } from "vitest";
import { documentedExample } from "../../../test/support/documented-example.ts";
import { plant } from "../../../test/support/planted-mistake.ts";
import { readPlan } from "./read-plan.ts";

const source = "source: { judgement: { zh: 试, en: test } }";
const estimates = `estimates:
  exports:
    mean: { of: national_exports, years: [2015, 2020] }
    prior: { mean: "normal(4, 3)", sd: 5, weight: 4, ${source} }
    ${source}
  gdp_error:
    error: { of: growth, against: growth_target }
    ${source}
  trend_error:
    error: { of: growth, against: trend, except: [2020] }
    ${source}
  revenue:
    regression: { of: budget_revenue, on: { buoyancy: growth, prices: "cpi[t-1]" } }
    prior: { coefficients: { buoyancy: "normal(1.1, 0.3)", prices: "normal(1, 0.5)" }, sd: 4, weight: 3, ${source} }
    ${source}
inputs: # uncertain
  export_growth:
    label: { zh: 出口, en: Exports }
    unit: "% yoy nominal"
    group: outside
    estimate: exports.next
  growth_surprise:
    label: { zh: 误差, en: Surprise }
    unit: percentage points
    group: outside
    estimate: gdp_error.next
    within: [-3, 3]
  revenue_residual:
    label: { zh: 残差, en: Residual }
    unit: "% yoy nominal"
    group: outside
    estimate: revenue.residual`;
const parameters = `parameters: # one draw
  revenue_buoyancy:
    label: { zh: 弹性, en: Buoyancy }
    unit: "1"
    estimate: revenue.buoyancy
  revenue_prices:
    label: { zh: 价格, en: Prices }
    unit: "1"
    estimate: revenue.prices
    ${source}
  usual_surprise:
    label: { zh: 平均误差, en: Usual surprise }
    unit: percentage points
    estimate: trend_error.mean`;
const plan = documentedExample("planodds")
  .replace(/^inputs: .*$/m, () => estimates)
  .replace(/^parameters: .*$/m, () => parameters);

const rows = (id: string, unit: string, first: number, values: readonly number[]) =>
  values.map((value, i) => `${id},${first + i},${value},${unit},${first + i + 1},page\n`).join("");
const table = `indicator,year,value,unit,published,source
${rows("national_exports", "% yoy nominal", 2014, [6, -1.8, -2, 10.8, 7.1, 5, 4])}${[
  rows("growth", "% yoy real", 2013, [9.3, 7.5, 7.2, 7, 7.8, 7.6, 7, 3.5]),
  rows("growth_target", "% yoy real", 2015, [7.5, 7, 7, 7.5, 7, 7]),
  rows("budget_revenue", "% yoy nominal", 2015, [9, 8.8, 13.2, 16.8, 9.1, 5.7]),
  rows("cpi", "% yoy", 2014, [2, 1, 1.8, 2.2, 2.3, 2.9, 2.3]),
].join("")}`;

const NO_TABLE = "";
const read = (text: string, csv = table, options = {}) =>
  readPlan(text, "plan.yaml", {
    ...options,
    history: csv === NO_TABLE ? undefined : { file: "history.csv", text: csv },
  });
const definitionOf = (...args: Parameters<typeof read>) => {
  const outcome = read(...args);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues, undefined, 1));
  return outcome.value;
};
const issuesOf = (...args: Parameters<typeof read>) => {
  const outcome = read(...args);
  return outcome.ok ? [] : outcome.issues;
};

describe("estimates of a plan", () => {
  const definition = definitionOf(plan);
  const estimate = (id: string) => definition.estimates.find((each) => each.id === id);
  const input = (id: string) => definition.inputs.find((each) => each.id === id);
  const parameter = (id: string) => definition.parameters.find((each) => each.id === id);

  it("keep their sample, years, priors and degrees of freedom", () => {
    expect(estimate("exports")).toMatchObject({
      kind: "mean",
      of: "national_exports",
      df: 10,
      coefficients: [{ id: "mean", prior: { mean: 4, sd: 3 } }],
      priorResidual: { sd: 5, weight: 4 },
    });
    expect(estimate("exports")?.points.map(({ year }) => year)).toEqual([
      ...[2015, 2016, 2017, 2018, 2019, 2020],
    ]);
    expect(estimate("gdp_error")).toMatchObject({ against: "growth_target", df: 5 });
    expect(estimate("trend_error")?.points.map(({ year }) => year)).toEqual([
      ...[2016, 2017, 2018, 2019],
    ]);
    expect(estimate("revenue")).toMatchObject({
      // Six years, a weight of three, and one coefficient without a prior.
      df: 8,
      coefficients: [
        { id: "intercept" },
        { id: "buoyancy" },
        { id: "prices", predictor: "cpi[t-1]" },
      ],
    });
    expect(estimate("revenue")?.points[0]).toMatchObject({ year: 2015, y: 9, x: [7.2, 2] });
  });

  it("give quantities their posterior distributions, with the estimate's source where they name none", () => {
    const { df, coefficients, nextSd } = estimate("exports")!;
    expect(input("export_growth")).toMatchObject({
      estimate: { estimate: "exports", part: "next" },
      distribution: { kind: "student_t", df, location: coefficients[0]?.mean, scale: nextSd },
      source: { judgement: { en: "test" } },
    });
    expect(input("export_growth")?.distributionText).toMatch(/^student_t\(10, [\d.]+, [\d.]+\)$/);
    expect(input("growth_surprise")?.distribution).toMatchObject({
      kind: "truncated",
      low: -3,
      high: 3,
      base: { kind: "student_t", df: 5 },
    });
    expect(input("revenue_residual")?.distribution).toMatchObject({
      location: 0,
      scale: estimate("revenue")?.residualSd,
    });
  });

  it("join coefficients of one regression by a t copula", () => {
    expect(definition.jointGroups).toHaveLength(1);
    const [group] = definition.jointGroups ?? [];
    expect(group).toMatchObject({ members: ["revenue_buoyancy", "revenue_prices"], df: 8 });
    expect(group?.correlation[0]?.[1]).toBe(estimate("revenue")?.correlation[1]?.[2]);
    expect(parameter("revenue_prices")?.distribution).toMatchObject({ kind: "student_t", df: 8 });
  });

  it("do not change with what was published after the plan's date", () => {
    const later = `${table}growth,2012,-50,% yoy real,2021-02-27,page\ncpi,2014,40,% yoy,2022,page\n`;
    expect(definitionOf(plan, later)).toEqual(definition);
  });

  it("use at an earlier date what was known then, and only that", () => {
    const options = { asOf: "2020-02-01", periods: [2020, 2021] };
    const inline = plan.replace("2020: 1200", "2019: 1100");
    const early = definitionOf(inline, table, options);
    const years = early.estimates.map(({ points }) => points.at(-1)?.year);
    expect(years).toEqual([2019, 2019, 2019, 2019]);
    const other = table.replaceAll(/(.*),2020,[-\d.]+,(.*)/g, "$1,2020,99,$2");
    expect(definitionOf(inline, other, options)).toEqual(early);
  });

  it("fall back on a prior that suffices where nothing was known yet", () => {
    const options = { asOf: "2015-06-01", periods: [2015, 2016] };
    const early = definitionOf(plan.replace("2020: 1200", "2014: 1"), table, options);
    expect(early.estimates.map(({ id }) => id)).toEqual(["exports"]);
    const drawn = [...early.inputs, ...early.parameters].flatMap(
      ({ id, estimate, distribution }) => (estimate === undefined ? [] : [[id, distribution.kind]]),
    );
    // The others are not known yet: NaN in every draw.
    expect(drawn).toEqual([
      ["export_growth", "student_t"],
      ["growth_surprise", "constant"],
      ["revenue_residual", "constant"],
      ["revenue_buoyancy", "constant"],
      ["revenue_prices", "constant"],
      ["usual_surprise", "constant"],
    ]);
  });
});

describe("mistakes in estimates", () => {
  it.each([
    ["unknown-series", "of: national_exports,", "of: ¦national_export,"],
    ["unknown-series", "growth_target }", "¦gdp_target }"],
    ["unknown-series", '"cpi[t-1]"', '¦"ppi[t-1]"'],
    ["wrong-name", '"cpi[t-1]"', '¦"cpi[t+1]"'],
    ["unknown-estimate", "estimate: exports.next", "estimate: ¦export.next"],
    ["unknown-part", "exports.next", "¦exports.nxt"],
    ["wrong-part", "exports.next", "¦exports.mean"],
    ["wrong-part", "revenue.buoyancy", "¦revenue.residual"],
    ["wrong-unit", "revenue.buoyancy", "¦revenue.intercept"],
    ["part-used-twice", "trend_error.mean", "¦revenue.prices"],
    ["prior-not-normal", '"normal(4, 3)"', '"¦uniform(4, 5)"'],
    ["unknown-coefficient", '{ buoyancy: "normal', '{ ¦bouyancy: "normal'],
    ["reserved-name", "on: { buoyancy: growth,", "on: { ¦residual: growth,"],
    ["impossible-parameters", "within: [-3, 3]", "within: ¦[3, -3]"],
  ] as const)("%s", (code, from, to) => {
    const { text, expected } = plant(plan, [{ code, from, to }]);
    const found = issuesOf(text).map((issue) => `${issue.line}:${issue.column} ${issue.code}`);
    expect(found).toContain(expected[0]);
  });

  it("tell of history.csv where it is missing", () => {
    const [issue] = issuesOf(plan, NO_TABLE).filter(({ code }) => code === "unknown-series");
    expect(issue?.remedy.en).toContain("history.csv");
  });

  it("refuse a correlation of coefficients that were estimated together", () => {
    const pair = plan.replace(
      "between: [external_demand, investment]",
      "between: [external_demand, revenue_prices]",
    );
    expect(issuesOf(pair).map(({ code }) => code)).toEqual(["joined-already"]);
  });

  it("refuse predictors that follow from each other", () => {
    const twice = plan
      .replace('"cpi[t-1]"', "growth")
      .replace('coefficients: { buoyancy: "normal(1.1, 0.3)", prices: "normal(1, 0.5)" }, ', "");
    expect(issuesOf(twice).map(({ code }) => code)).toContain("collinear");
  });
});
