import { describe, expect, it } from "vitest";
import { documentedExample } from "../../../test/support/documented-example.ts";
import { createInterpreter } from "../kernel/interpreter.ts";
import { createWasmKernel } from "../kernel/wasm/wasm-kernel.ts";
import { compile } from "../model/compile.ts";
import type { Definition } from "../model/definition.ts";
import { countEvidence, evidenceOf } from "../model/evidence.ts";
import { applyScenario } from "../scenario/apply-scenario.ts";
import type { Change } from "../scenario/scenario.ts";
import { readPlan } from "./read-plan.ts";

const source = "source: { judgement: { zh: 试, en: test } }";
const inputs = `inputs:
  exports:
    label: { zh: 出口, en: Exports }
    unit: "% yoy nominal"
    group: outside
    bootstrap: national_exports
    ${source}
  imports:
    label: { zh: 进口, en: Imports }
    unit: "% yoy nominal"
    group: outside
    bootstrap: national_imports
    ${source}
  prices:
    label: { zh: 价格, en: Prices }
    unit: "% yoy"
    group: outside
    distribution: truncated(empirical(cpi), 1.5, 10)
    source: { cite: yearbook }`;
const plan = documentedExample("planodds")
  .replace(/^inputs: .*$/m, () => inputs)
  .replace("rank: 0.3", "estimate: [national_exports, cpi]");
const exported = [-1.8, -2, 10.8, 7.1, 5, 4];
const imported = [-13.2, 0.6, 18.7, 12.9, 1.6, -0.7];
const rows = (id: string, unit: string, first: number, values: readonly number[]) =>
  values.map((value, i) => `${id},${first + i},${value},${unit},${first + i + 1},page\n`).join("");
const table = `indicator,year,value,unit,published,source
${rows("national_exports", "% yoy nominal", 2015, exported)}${rows("national_imports", "% yoy nominal", 2014, [0, ...imported])}${rows("cpi", "% yoy", 2014, [2, 1, 1.8, 2.2, 2.3, 2.9, 2.3])}`;

const read = (text: string, csv = table) =>
  readPlan(text, "plan.yaml", { history: { file: "history.csv", text: csv } });
function definitionOf(text: string): Definition {
  const outcome = read(text);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues, undefined, 1));
  return outcome.value;
}
/** The plan read for 2021 with what was known on a day. */
function rewound(asOf: string): Definition {
  const history = { file: "history.csv", text: table };
  const outcome = readPlan(plan, "plan.yaml", { history, asOf, periods: [2021] });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues, undefined, 1));
  return outcome.value;
}
const codesOf = (...args: Parameters<typeof read>) => {
  const outcome = read(...args);
  return outcome.ok ? [] : outcome.issues.map(({ code }) => code);
};

const definition = definitionOf(plan);
const why = { zh: "试", en: "test" };
const changed = (...changes: readonly Change[]): Definition =>
  applyScenario(definition, {
    id: "s",
    model: definition.id,
    title: why,
    story: why,
    order: 1,
    changes,
  });

/** The draws of exports and imports in a year. */
function draw(model: Definition, year: number): (readonly [number, number])[] {
  const program = compile(model);
  const registers = [`exports@${year}`, `imports@${year}`].map(
    (name) => program.columns.find((column) => column.name === name)?.register ?? -1,
  );
  const [one, other] = createInterpreter(program, 1).columns(0, 3_000, registers);
  return [...(one ?? [])].map((value, i) => [value, other?.[i] ?? Number.NaN]);
}

describe("inputs drawn from the past", () => {
  it("take the values of one year together, each year equally often", () => {
    const pairs = draw(definition, 2021);
    const counts = exported.map(
      (value, i) => pairs.filter(([a, b]) => a === value && b === imported[i]).length,
    );
    expect(counts.reduce((a, b) => a + b, 0)).toBe(3_000);
    // Binomial with p = 1/6: a standard error of 20.4.
    for (const count of counts) expect(Math.abs(count - 500)).toBeLessThan(4 * 20.4);
  });

  it("take another year in another period", () => {
    const [one, other] = [draw(definition, 2021), draw(definition, 2022)];
    const same = one.filter(([value], i) => value === other[i]?.[0]).length;
    expect(Math.abs(same - 500)).toBeLessThan(4 * 20.4);
  });

  it("keep their draws where scenarios move, fix or replace one of them", () => {
    const before = draw(definition, 2021);
    const name = "imports";
    const moved = draw(changed({ kind: "shift", name, by: 2, why }), 2021);
    expect(moved).toEqual(before.map(([a, b]) => [a, 2 + b]));
    const fixed = draw(changed({ kind: "fix", name, value: 1, why }), 2021);
    expect(fixed).toEqual(before.map(([a]) => [a, 1]));
    const distribution = { kind: "normal", mean: 0, sd: 1 } as const;
    const change = { kind: "distribution", name, distribution, distributionText: "", why } as const;
    expect(draw(changed(change), 2021).map(([a]) => a)).toEqual(before.map(([a]) => a));
    // Another list of as many values is another distribution, not another past.
    const values = [1, 2, 3, 4, 5, 6];
    const list = { ...change, distribution: { kind: "empirical", values } } as const;
    const [exports, imports] = [0, 1].map((i) => draw(changed(list), 2021).map((pair) => pair[i]));
    expect(exports).toEqual(before.map(([a]) => a));
    const [first] = exported;
    const seen = new Set(imports?.filter((_, i) => exports?.[i] === first));
    expect([...seen].sort()).toEqual(values);
  });

  it("give the same bits in WebAssembly", () => {
    const program = compile(definition);
    expect(createWasmKernel(program, 5)?.run(0, 4_096)).toEqual(
      createInterpreter(program, 5).run(0, 4_096),
    );
  });

  it("leave the coordinates of all others as they were", () => {
    const before = compile(definition).inputs.filter(
      ({ stream }) => !stream.startsWith("bootstrap"),
    );
    const after = compile(changed({ kind: "fix", name: "imports", value: 1, why })).inputs;
    for (const { stream, dimension } of before) {
      expect(after).toContainEqual(expect.objectContaining({ stream, dimension }));
    }
    const dimensions = compile(definition).inputs.map(({ dimension }) => dimension);
    expect(new Set(dimensions).size).toBe(dimensions.length);
  });

  it("need five years in common, and a series in their unit", () => {
    const short = table.replaceAll(/national_imports,201[4-6].*\n/g, "");
    expect(codesOf(plan, short)).toEqual(["too-few-years", "too-few-years"]);
    expect(codesOf(plan.replace("bootstrap: national_imports", "bootstrap: cpi"))).toEqual([]);
    expect(codesOf(plan.replace('unit: "% yoy nominal"', "unit: tce"))).toContain("series-unit");
  });

  it("take no correlation, which their common year decides", () => {
    expect(codesOf(plan.replace("between: [external_demand", "between: [exports"))).toEqual([
      "joined-already",
    ]);
  });
});

describe("a rewound plan that knows too few years", () => {
  const past = rewound("2018-06-30");
  const input = (id: string) => past.inputs.find((each) => each.id === id);

  it("is read all the same, with what rests on them undefined", () => {
    const undefinedValue = { kind: "constant", value: Number.NaN };
    expect(input("exports")?.distribution).toEqual(undefinedValue);
    expect(input("imports")?.distribution).toEqual(undefinedValue);
    expect(input("prices")?.distribution).toEqual(undefinedValue);
    expect(past.correlations[0]).toMatchObject({ rank: 0, estimate: { shrinkage: 1 } });
    expect(draw(past, 2021).every((pair) => pair.every(Number.isNaN))).toBe(true);
  });

  it("draws from the years it knows, as soon as they are enough", () => {
    const later = rewound("2020-06-30");
    const exports = later.inputs.find(({ id }) => id === "exports");
    expect(exports?.bootstrap?.years).toEqual([2015, 2016, 2017, 2018, 2019]);
    expect(new Set(draw(later, 2021).map(([a]) => a))).toEqual(new Set(exported.slice(0, 5)));
  });
});

describe("empirical(series)", () => {
  it("holds the known values, inside other distributions too", () => {
    const prices = definition.inputs.find(({ id }) => id === "prices");
    expect(prices).toMatchObject({
      distribution: { kind: "truncated", base: { values: [2, 1, 1.8, 2.2, 2.3, 2.9, 2.3] } },
      fromSeries: ["cpi"],
    });
  });

  it("names series that are not there, and too few values", () => {
    expect(codesOf(plan.replace("empirical(cpi)", "empirical(cpl)"))).toEqual(["unknown-series"]);
    const short = table.replaceAll(/^cpi,201[4-6].*\n/gm, "");
    expect(
      codesOf(
        plan.replace("[national_exports, cpi]", "[national_exports, national_imports]"),
        short,
      ),
    ).toEqual(["too-few-years"]);
  });
});

describe("an estimated correlation", () => {
  it("keeps series, years and shrinkage", () => {
    const [correlation] = definition.correlations;
    expect(correlation?.estimate).toMatchObject({
      series: ["national_exports", "cpi"],
      years: [2015, 2016, 2017, 2018, 2019, 2020],
    });
    const { raw = 0, shrinkage = 0 } = correlation?.estimate ?? {};
    expect(correlation?.rank).toBe((1 - shrinkage) * raw);
  });

  it("needs five years", () => {
    const short = table.replaceAll(/^cpi,20(1[56]).*\n/gm, "");
    expect(codesOf(plan, short)).toEqual(["too-few-years"]);
  });
});

describe("evidence", () => {
  it("is estimated, cited, or a judgement", () => {
    const input = (id: string) => definition.inputs.find((each) => each.id === id)!;
    expect(
      ["exports", "prices", "flood", "external_demand"].map((id) => evidenceOf(input(id))),
    ).toEqual([...["estimated", "estimated", "cited", "judgement"]]);
    expect(evidenceOf(definition.correlations[0]!)).toBe("estimated");
  });

  it("is counted over inputs, parameters and correlations, fixed values apart", () => {
    expect(countEvidence(definition)).toEqual({
      // Exports, imports, prices and the correlation; flood and investment; demand and its elasticity.
      uncertain: { estimated: 4, cited: 2, judgement: 2 },
      // Share of exports and usual investment; loss, return and propensity.
      fixed: { estimated: 0, cited: 2, judgement: 3 },
    });
  });
});
