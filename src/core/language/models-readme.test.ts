import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { runChecks } from "../check/run-checks.ts";
import { parseUnit, UNIT_MULTIPLIERS, UNIT_NOUNS } from "../model/unit.ts";
import { DISTRIBUTION_FORMS } from "./distribution-forms.ts";
import { readChecks } from "./read-checks.ts";
import { parseDistribution } from "./read-distribution.ts";
import { FUNCTION_NAMES } from "./read-expression.ts";
import { readHistoryTable } from "./read-history-table.ts";
import { readPlan } from "./read-plan.ts";
import { readScenario } from "./read-scenario.ts";
import { RELATION_VARIANTS } from "./relation-shapes.ts";

const readme = readFileSync(new URL("../../../models/README.md", import.meta.url), "utf8");
const blocks = [...readme.matchAll(/^```yaml\n(.*?)^```/gms)].map((match) => match[1] ?? "");
const example = (key: string): string =>
  blocks.find((block) => block.startsWith(`${key}: 1`)) ?? "";

const plan = readPlan(example("planodds"), "plan.yaml");
const definition = plan.ok ? plan.value : undefined;

/** The documented plan with its table and an addition; correlations are replaced. */
function planWith(addition: string): ReturnType<typeof readPlan> {
  const table = /^```csv\n(.*?)^```/ms.exec(readme)?.[1] ?? "";
  const { correlations, ...fragment } = parse(addition);
  const whole = parse(example("planodds"));
  delete whole.indicators.gdp_growth.history;
  for (const key of Object.keys(fragment)) whole[key] = { ...whole[key], ...fragment[key] };
  if (correlations !== undefined) whole.correlations = correlations;
  return readPlan(stringify(whole), "plan.yaml", {
    history: { file: "history.csv", text: table },
  });
}

describe("models/README.md", () => {
  it("has no other examples than a plan, two additions to it, a scenario, checks and a backtest", () => {
    expect(blocks).toHaveLength(6);
  });

  it("shows a plan without issues", () => {
    expect(plan.ok ? [] : plan.issues).toEqual([]);
  });

  it("shows a history table without issues", () => {
    const table = /^```csv\n(.*?)^```/ms.exec(readme)?.[1] ?? "";
    const { observations, issues } = readHistoryTable(table, "history.csv");
    expect(issues).toEqual([]);
    expect(observations).toHaveLength(16);
  });

  it("shows estimates that can be added to the plan", () => {
    const read = planWith(blocks.find((block) => block.startsWith("estimates:")) ?? "");
    expect(read.ok ? [] : read.issues).toEqual([]);
    expect(read.ok && read.value.estimates.map(({ df }) => df)).toEqual([9, 3, 7]);
    expect(read.ok && read.value.jointGroups?.[0]?.members).toEqual([
      ...["export_pull", "growth_without_exports"],
    ]);
  });

  it("shows how past years are drawn together, and correlations estimated", () => {
    const read = planWith(blocks.find((block) => block.startsWith("inputs:")) ?? "");
    expect(read.ok ? [] : read.issues).toEqual([]);
    const years = [2016, 2017, 2018, 2019, 2020];
    expect(read.ok && read.value.inputs.map(({ bootstrap }) => bootstrap?.years)).toEqual([
      ...[undefined, undefined, undefined, years, years],
    ]);
    expect(read.ok && read.value.correlations[0]?.estimate?.years).toEqual(years);
  });

  it("shows a scenario and checks without issues, and the checks hold", () => {
    const scenario = readScenario(example("planodds_scenario"), "s.yaml", definition!);
    expect(scenario.ok ? [] : scenario.issues).toEqual([]);
    expect(scenario.ok && scenario.value.changes.map(({ kind }) => kind)).toEqual([
      ...["distribution", "shift", "spread", "scale", "fix", "correlation", "copula", "tolerance"],
    ]);
    const checks = readChecks(example("planodds_checks"), "c.yaml", definition!, ["wet-year"]);
    expect(checks.ok ? [] : checks.issues).toEqual([]);
    expect(checks.ok && checks.value).toHaveLength(7);
    const results = runChecks(
      definition!,
      scenario.ok ? [scenario.value] : [],
      checks.ok ? checks.value : [],
    );
    expect(results.filter(({ holds }) => !holds)).toEqual([]);
  });

  it("shows a block that is the multiplier: demand is investment ÷ (1 − propensity)", () => {
    const claims = `planodds_checks: 1
model: riverside-2021
checks:
  - claim: { zh: 乘数, en: Multiplier }
    identity: { left: demand, right: investment / (1 - propensity_to_consume), tolerance: 1.0e-9 }
  - claim: { zh: 消费, en: Spending }
    identity: { left: consumption, right: demand - investment, tolerance: 1.0e-9 }
`;
    const checks = readChecks(claims, "c.yaml", definition!, []);
    expect(checks.ok ? [] : checks.issues).toEqual([]);
    const results = runChecks(definition!, [], checks.ok ? checks.value : []);
    expect(results.map(({ holds }) => holds)).toEqual([true, true]);
  });

  it("lists every relation, distribution, function, multiplier and noun", () => {
    const words = [
      ...Object.keys(RELATION_VARIANTS),
      ...FUNCTION_NAMES,
      ...DISTRIBUTION_FORMS.keys(),
    ];
    expect(words.filter((word) => !new RegExp(`\`${word}[\`(]`).test(readme))).toEqual([]);
    expect(readme).toContain(`Multipliers: ${UNIT_MULTIPLIERS.join(", ")}.`);
    expect(readme).toContain(`Nouns: ${UNIT_NOUNS.join(", ")}.`);
  });

  it("gives only units that are known", () => {
    const table = readme.slice(
      readme.indexOf("| unit | examples |"),
      readme.indexOf("Multipliers:"),
    );
    const units = table
      .split("\n")
      .flatMap((row) => [...(row.split("|")[2] ?? "").matchAll(/`([^`]+)`/g)])
      .map((match) => match[1] ?? "");
    expect(units.length).toBeGreaterThan(8);
    expect(units.filter((unit) => parseUnit(unit) === undefined)).toEqual([]);
  });

  it("gives an affine distribution that can be read", () => {
    const text = /moved and scaled by numbers: `([^`]+)`/.exec(readme)?.[1] ?? "";
    expect(parseDistribution(text)).toEqual({
      ok: true,
      distribution: {
        kind: "affine",
        base: { kind: "bernoulli", probability: 0.1 },
        shift: 3,
        scale: 2,
      },
    });
  });
});
