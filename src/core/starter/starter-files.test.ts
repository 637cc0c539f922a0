import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runChecks } from "../check/run-checks.ts";
import { createInterpreter } from "../kernel/interpreter.ts";
import { readChecks } from "../language/read-checks.ts";
import { readHistoryTable } from "../language/read-history-table.ts";
import { readPlan } from "../language/read-plan.ts";
import { readScenario } from "../language/read-scenario.ts";
import { RELATION_KINDS } from "../language/relation-shapes.ts";
import { compile } from "../model/compile.ts";
import type { Definition } from "../model/definition.ts";
import { summarise } from "../results/summarise.ts";
import { readTargetTable } from "./read-target-table.ts";
import { starterFiles } from "./starter-files.ts";
import type { TableTarget } from "./table-target.ts";
import { TARGET_TEMPLATE } from "./target-columns.ts";

const filesOf = (targets: readonly TableTarget[]): readonly string[] =>
  starterFiles({
    id: "river-2021",
    title: "河畔市“十四五”计划: 2021 #1",
    date: "2021-02-26",
    firstYear: 2021,
    targets,
  }).map(({ text }) => text);

function definitionOf(targets: readonly TableTarget[]): Definition {
  const [plan = ""] = filesOf(targets);
  const outcome = readPlan(plan, "plan.yaml");
  expect(outcome.ok ? [] : outcome.issues).toEqual([]);
  if (!outcome.ok) throw new Error("The starter has issues.");
  return outcome.value;
}

function fromTable(text: string): readonly TableTarget[] {
  const outcome = readTargetTable(text, "targets.csv", 2021);
  expect(outcome.ok ? [] : outcome.issues).toEqual([]);
  return outcome.ok ? outcome.value.targets : [];
}

const number = fc.oneof(
  fc.constantFrom("0", "8", "-3", "0.015", "100", "+2.50"),
  fc.double({ min: -500, max: 500, noNaN: true }).map((value) => value.toFixed(3)),
);
const words = fc.constantFrom(
  "增长8%左右",
  "not: plain, {text} # at 'all'",
  '说“好”与"好"',
  "- yes",
  "null",
  "1.5",
  "两行\n文字",
);

/** Any target that a table can tell. */
const target: fc.Arbitrary<Omit<TableTarget, "id">> = fc
  .record({
    relation: fc.constantFrom(...RELATION_KINDS),
    number,
    reference: fc.option(number),
    unit: fc.constantFrom("% yoy real", "%", "% of GDP", "persons", "percentage points", "1"),
    label: words,
    wording: words,
    section: fc.option(fc.constantFrom("一、综合", "growth", "text-1")),
    period: fc.option(fc.constantFrom(2021, 2022, 2023)),
    commitment: fc.constantFrom("binding" as const, "expected" as const),
    note: fc.option(words),
  })
  .map(({ relation, number: value, reference, label, wording, section, period, note, ...rest }) => {
    const takesValue = !/^(?:positive|stable|in_|faster|between)/.test(relation);
    const takesReference = /^(?:in_|faster)/.test(relation);
    return {
      ...rest,
      relation,
      label: { zh: label, en: label },
      wording: { zh: wording, en: wording },
      ...(takesValue && { value }),
      ...(takesReference && reference !== null && { reference }),
      ...(relation === "between" && { low: value, high: String(Number(value) + 1) }),
      ...(section !== null && { section }),
      ...(period !== null && { period }),
      ...(note !== null && { note }),
    };
  });

describe("starterFiles", () => {
  it("write a plan that is read without issues and runs, whatever the targets", () => {
    fc.assert(
      fc.property(fc.array(target, { minLength: 1, maxLength: 6 }), (rows) => {
        const targets = rows.map((row, i) => ({ ...row, id: `t${i}` }));
        const definition = definitionOf(targets);
        expect(definition.targets.map(({ id, relation }) => [id, relation.kind])).toEqual(
          targets.map(({ id, relation }) => [id, relation]),
        );
        const program = compile(definition);
        const summary = summarise(definition, program, createInterpreter(program, 1).run(0, 1024));
        expect(summary.targets.filter(({ undefinedDraws }) => undefinedDraws > 0)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("write checks that hold, a baseline and a table that can be read", () => {
    const targets = fromTable(TARGET_TEMPLATE);
    const definition = definitionOf(targets);
    const [, history = "", checksText = "", baseline = ""] = filesOf(targets);
    expect(readHistoryTable(history, "history.csv")).toEqual({ observations: [], issues: [] });
    const scenario = readScenario(baseline, "baseline.yaml", definition);
    expect(scenario.ok ? scenario.value.changes : scenario.issues).toEqual([]);
    const checks = readChecks(checksText, "checks.yaml", definition, ["baseline"]);
    expect(checks.ok ? [] : checks.issues).toEqual([]);
    const results = runChecks(definition, [], checks.ok ? checks.value : []);
    expect(results.map(({ holds }) => holds)).toEqual([true]);
  });

  it("carry what the table says into the plan", () => {
    const definition = definitionOf(fromTable(TARGET_TEMPLATE));
    const [gdp, income, , jobs, prices, energy] = definition.targets;
    expect(gdp).toMatchObject({
      wording: { zh: "增长6%左右，力争7%", en: "grows by about 6 %, striving for 7 %" },
      // Half of the last digit of 6, as for any plan.
      relation: { kind: "about", tolerance: 0.5, threshold: { text: "6" } },
      stretch: { text: "7" },
      commitment: "expected",
    });
    expect(income?.relation).toMatchObject({
      kind: "in_step_with",
      reference: { text: "gdp_growth" },
      tolerance: 0.2,
    });
    expect(jobs?.commitment).toBe("binding");
    expect(prices?.relation).toMatchObject({ low: { text: "1" }, high: { text: "3" } });
    expect(definition.sections.map(({ label }) => label.zh)).toEqual(["综合", "民生", "环境"]);
    const better = (id: string | undefined) =>
      definition.indicators.find((each) => each.id === id)?.better;
    expect([better(gdp?.id), better(energy?.id)]).toEqual(["higher", "lower"]);
    expect(definition.indicators[0]?.label.en).toBe("Growth of gross regional product");
  });

  it("leave open what a table does not tell, by placeholders", () => {
    const definition = definitionOf(
      fromTable(`id,label,wording,relation,value,unit
share,占比,占比保持稳定,stable,,% of GDP
energy,能耗,按省下达目标,as_assigned,,% yoy
prices,物价,与全省一致,in_line_with,,% yoy
firms,企业,持续增加,rising,,enterprises
water,水耗,下降3%,point,-3,% yoy
`),
    );
    const [share, energy, prices, firms] = definition.targets;
    expect(share?.relation).toEqual({ kind: "stable", tolerance: 0.5 });
    expect(energy?.relation).toMatchObject({ threshold: { text: "energy_line" } });
    expect(prices?.relation).toMatchObject({ reference: { text: "prices_line" } });
    expect(firms?.relation).toEqual({ kind: "rising" });
    expect(definition.indicators.map(({ history }) => history?.values)).toEqual([
      { 2020: 10 },
      undefined,
      undefined,
      { 2020: 100 },
      undefined,
    ]);
    expect(definition.indicators.at(-1)?.better).toBe("lower");
  });
});
