import { describe, expect, it } from "vitest";
import { documentedExample } from "../../../test/support/documented-example.ts";
import { type PlanOptions, readPlan } from "./read-plan.ts";

const inline = documentedExample("planodds");
const plan = inline
  .replace(/ {4}history: # before[\s\S]*?source: \{ cite: yearbook \}\n/, "")
  .replace(/ {4}history: \{ values: \{ 2020: 1200 \}, .*\n/, "");
const table = `indicator,year,value,unit,published,source
gdp_growth,2018,7.6,% yoy real,2019,page
gdp_growth,2019,6.8,% yoy real,2020,page
gdp_growth,2020,3.9,% yoy real,2021,page
gdp_growth,2020,3.5,% yoy real,2021-06,revised page
gdp,2019,1100,100 million yuan,2020,page
gdp,2020,1200,100 million yuan,2021,page
gdp_growth_target,2021,6,% yoy real,2021,plan
`;

const read = (text: string, csv: string | undefined, options: PlanOptions = {}) =>
  readPlan(text, "plan.yaml", {
    ...options,
    history: csv === undefined ? undefined : { file: "history.csv", text: csv },
  });
const issuesOf = (...args: Parameters<typeof read>) => {
  const outcome = read(...args);
  return outcome.ok ? [] : outcome.issues.map(({ file, line, code }) => `${file}:${line} ${code}`);
};
const definitionOf = (...args: Parameters<typeof read>) => {
  const outcome = read(...args);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
};
const historyOf = (definition: ReturnType<typeof definitionOf>, id: string) =>
  definition.indicators.find((indicator) => indicator.id === id)?.history?.values;

describe("a plan with a history table", () => {
  it("gives a quantity the series of its name, as known at the plan's date", () => {
    const definition = definitionOf(plan, table);
    expect(definition.asOf).toBe("2021-02-26");
    expect(historyOf(definition, "gdp_growth")).toEqual({ 2018: 7.6, 2019: 6.8, 2020: 3.9 });
    expect(historyOf(definition, "gdp")).toEqual({ 2019: 1100, 2020: 1200 });
    expect(definition.series["gdp_growth_target"]?.points).toHaveLength(1);
  });

  it("is the same whatever is published later", () => {
    const later = `${table}gdp_growth,2019,9.9,% yoy real,2022,page\ngdp,2022,9,100 million yuan,2023,page\n`;
    expect(definitionOf(plan, later)).toEqual(definitionOf(plan, table));
  });

  it("needs the table for last period's values", () => {
    const codes = issuesOf(plan, undefined).map((issue) => issue.split(" ")[1]);
    expect(new Set(codes)).toEqual(new Set(["no-history"]));
    const outcome = read(plan, undefined);
    expect(outcome.ok ? "" : outcome.issues[0]?.remedy.en).toContain("history.csv");
  });

  it("refuses two histories of one quantity, and a series in another unit", () => {
    expect(issuesOf(inline, table).map((issue) => issue.split(" ")[1])).toEqual([
      "two-histories",
      "two-histories",
    ]);
    const nominal = table.replaceAll("% yoy real", "% yoy nominal");
    expect(issuesOf(plan, nominal).map((issue) => issue.split(" ")[1])).toEqual(["series-unit"]);
  });

  it("reports the mistakes of both files", () => {
    const broken = table.replace("7.6", "seven");
    const issues = issuesOf(plan.replace("normal(5, 4)", "normal(5)"), broken);
    expect(issues[0]).toBe("history.csv:2 wrong-cell");
    expect(issues.slice(1).every((issue) => issue.startsWith("plan.yaml:"))).toBe(true);
    expect(issues).toHaveLength(2);
  });
});

describe("a rewound plan", () => {
  const options = { asOf: "2020-02-01", periods: [2020, 2021] };

  it("knows only what was known then, has other periods, and no targets", () => {
    const definition = definitionOf(plan, table, options);
    expect(definition).toMatchObject({ ...options, targets: [] });
    expect(historyOf(definition, "gdp_growth")).toEqual({ 2018: 7.6, 2019: 6.8 });
    expect(historyOf(definition, "gdp")).toEqual({ 2019: 1100 });
  });

  it("is the same whatever its own periods hold", () => {
    const other = table.replace("2020,3.9", "2020,-99").replace("2020,1200", "2020,1");
    expect(definitionOf(plan, other, options)).toEqual(definitionOf(plan, table, options));
  });

  it("leaves out what an entry of the file's own says of its periods", () => {
    const earlier = inline.replace("2020: 1200", "2019: 1100, 2020: 1200");
    const definition = definitionOf(earlier, undefined, { ...options, periods: [2020] });
    expect(historyOf(definition, "gdp_growth")).toEqual({ 2019: 6.8 });
    expect(historyOf(definition, "gdp")).toEqual({ 2019: 1100 });
  });
});
