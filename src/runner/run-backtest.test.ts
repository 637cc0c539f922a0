import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentedPlanForTable } from "../../test/support/documented-example.ts";
import { createUniforms } from "../../test/support/random-numbers.ts";
import type { Backtest } from "../core/backtest/backtest.ts";
import type { BacktestResult } from "../core/backtest/backtest-result.ts";
import { prepareBacktest } from "../core/language/prepare-backtest.ts";
import { readPlan } from "../core/language/read-plan.ts";
import { createInlineRunner } from "./inline-runner.ts";
import { runBacktest } from "./run-backtest.ts";

const HEADER = "indicator,year,value,unit,published,source\n";
const FIRST = 2004;
const LAST = 2020;

interface Row {
  readonly id: string;
  readonly year: number;
  readonly value: number;
  /** ISO date. */
  readonly published: string;
}

/** Made-up growth of product and incomes; incomes of 2013 were never published, growth of 2015 was revised later. */
function madeUpRows(): readonly Row[] {
  const uniform = createUniforms(21);
  const rows: Row[] = [];
  for (let year = FIRST; year <= LAST; year++) {
    const growth = Math.round(40 + 60 * uniform()) / 10;
    const published = `${year + 1}-01-20`;
    rows.push({ id: "gdp_growth", year, value: growth, published });
    rows.push({ id: "gdp_growth_target", year, value: 7, published: `${year}-02-01` });
    if (year === 2013) continue;
    rows.push({ id: "income_growth", year, value: growth + uniform() - 0.5, published });
  }
  return [...rows, { id: "gdp_growth", year: 2015, value: 99, published: "2017-06-01" }];
}

/** The documented plan with external demand estimated from past growth. */
const PLAN = documentedPlanForTable()
  .replace("distribution: normal(5, 4)", "estimate: demand.next")
  .concat(
    "estimates: { demand: { mean: { of: gdp_growth }, source: { judgement: { zh: 试, en: test } } } }\n",
  );

const tableOf = (rows: readonly Row[]): string =>
  HEADER +
  rows.map((r) => `${r.id},${r.year},${r.value},% yoy real,${r.published},page\n`).join("");

const BACKTEST = `planodds_backtest: 1
model: riverside-2021
origins: [2010, 2020]
targets:
${Array.from({ length: 11 }, (_, i) => `  - { indicator: gdp_growth, year: ${2010 + i}, relation: about }`).join("\n")}
`;

async function run(
  rows: readonly Row[],
  changes: Partial<Backtest> = {},
  file = BACKTEST,
): Promise<BacktestResult> {
  const history = { file: "history.csv", text: tableOf(rows) };
  const plan = readPlan(PLAN, "plan.yaml", { history });
  if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
  const files = {
    plan: { file: "plan.yaml", text: PLAN },
    history,
    backtest: { file: "backtest.yaml", text: file },
  };
  const prepared = prepareBacktest(files, plan.value);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.issues));
  const request = { ...prepared.value, backtest: { ...prepared.value.backtest, ...changes } };
  const outcome = await runBacktest(createInlineRunner(), { ...request, draws: 512, seed: 1 });
  if (outcome.kind !== "done") throw new Error(outcome.kind);
  return outcome.result;
}

/** What the model and its rivals said in a year, without what happened. */
function saidIn(result: BacktestResult, year: number): unknown {
  const origin = result.origins[result.backtest.origins.indexOf(year)];
  return {
    quantities: origin?.quantities.map(
      ({ quantity, median, intervals, pastValues, spread, rise }) => ({
        ...{ quantity, median, intervals, pastValues, spread, rise: rise?.probability },
      }),
    ),
    targets: origin?.targets.map(({ indicator, probability, earlier }) => ({
      ...{ indicator, probability, earlier },
    })),
  };
}

const rows = madeUpRows();
const original = await run(rows);

describe("runBacktest", () => {
  it("foretells every outcome that it can, and counts the others", () => {
    const [cases, targets] = [
      original.origins.map(({ quantities }) => quantities.map(({ quantity }) => quantity)),
      original.origins.map((origin) => origin.targets.length),
    ];
    // No incomes of 2013.
    expect(cases.map((names) => names.length)).toEqual([2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 2]);
    expect(targets).toEqual(Array.from({ length: 11 }, () => 1));
    expect(original.summary.coverage.map((each) => each.cases)).toEqual([21, 21, 21]);
  });

  it("knows of the past what had been published: values, revisions, earlier targets", () => {
    const growth = original.origins.map(
      ({ quantities }) => quantities.find(({ quantity }) => quantity === "gdp_growth")!,
    );
    expect(growth.map(({ pastValues }) => pastValues)).toEqual([
      ...[6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
    ]);
    // The revision of 2015 is known from 2018 on, and never is what happened.
    expect(growth[5]?.happened).toBeLessThan(11);
    expect(growth[7]?.spread).toBeLessThan(3);
    expect(growth[8]?.spread).toBeGreaterThan(20);
    expect(original.origins.map((origin) => origin.targets[0]?.earlier.cases)).toEqual([
      ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    ]);
  });

  it("leaks nothing: later rows leave what was said before as it was", async () => {
    const cut = fc.integer({ min: 2011, max: 2020 });
    const size = fc.double({ min: -50, max: 50, noNaN: true });
    await fc.assert(
      fc.asyncProperty(cut, size, fc.boolean(), async (year, by, revises) => {
        const day = `${year}-02-26`;
        const isLater = ({ published }: Row): boolean => published > day;
        const changed = rows.map((row) => (isLater(row) ? { ...row, value: row.value + by } : row));
        const added = rows
          .filter((row) => row.year < year && row.published.endsWith("-01-20"))
          .map((row) => ({ ...row, value: by, published: `${year}-03-01` }));
        const other = await run(revises ? [...changed, ...added] : changed);
        for (let origin = 2010; origin <= year; origin++) {
          expect(saidIn(other, origin)).toEqual(saidIn(original, origin));
        }
        // Earlier years are the same to the last score, for their outcomes were known.
        for (let origin = 2010; origin < year; origin++) {
          expect(other.origins[origin - 2010]).toEqual(original.origins[origin - 2010]);
        }
      }),
      { numRuns: 8, seed: 1 },
    );
  });

  it("does depend on rows that were known", async () => {
    const other = await run(
      rows.map((row) =>
        row.id === "gdp_growth" && row.year === 2012 ? { ...row, value: 20 } : row,
      ),
    );
    expect(saidIn(other, 2012)).toEqual(saidIn(original, 2012));
    // Incomes of 2013 rest on growth of 2012, but were never published; rivals and later origins differ.
    expect(saidIn(other, 2013)).not.toEqual(saidIn(original, 2013));
    expect(saidIn(other, 2014)).not.toEqual(saidIn(original, 2014));
  });

  it("leaves out what rests on a figure that was not known, with the reason", async () => {
    const other = await run(
      rows.filter(({ id, year }) => id !== "gdp_growth" || year !== 2016),
      {},
      BACKTEST.replace(/targets:[\s\S]*/, ""),
    );
    expect(other.origins.flatMap(({ leftOut }) => leftOut)).toEqual([
      { year: 2017, quantity: "income_growth", what: "quantity", reason: "undefined" },
    ]);
  });

  it("leaves out what rests on an estimate for which too little was known; rivals need three values", async () => {
    const short = await run(rows.filter(({ year }) => year >= 2008));
    const first = short.origins.slice(0, 4);
    // Three degrees of freedom: four values, known from 2012 on.
    expect(first.map(({ quantities }) => quantities.length)).toEqual([0, 0, 2, 1]);
    expect(first[0]?.leftOut.map(({ what, reason }) => [what, reason])).toEqual([
      ["quantity", "undefined"],
      ["quantity", "undefined"],
      ["target", "undefined"],
    ]);
    const plain = await run(
      rows.filter(({ year }) => year >= 2008),
      {},
      BACKTEST.replace(
        "targets:",
        "changes: [{ input: external_demand, distribution: 'normal(5, 4)', why: { zh: 试, en: test } }]\ntargets:",
      ),
    );
    const rivals = plain.origins.slice(0, 3).map(({ quantities }) => quantities[0]?.rivals ?? {});
    expect(rivals.map((each) => Object.keys(each).length)).toEqual([0, 2, 2]);
  });

  it("makes a change in its years only", async () => {
    const why = { zh: "试", en: "test" };
    const change = { kind: "fix", name: "external_demand", value: -20, why } as const;
    const other = await run(rows, { changes: [{ years: [2012, 2013], change }] });
    const low = other.origins.map(({ quantities }, i) => {
      const before = original.origins[i]?.quantities[0]?.median ?? Number.NaN;
      return (quantities[0]?.median ?? Number.NaN) < before - 3;
    });
    expect(low).toEqual([false, false, true, true, ...Array.from({ length: 7 }, () => false)]);
  });

  it("starts from the values of the year before that the file gives, or that a series gave by then", async () => {
    const why = { zh: "试", en: "test" };
    const blind = rows.filter(({ id, year }) => id !== "gdp_growth" || year !== 2016);
    const file = BACKTEST.replace(/targets:[\s\S]*/, "");
    const start = { quantities: ["gdp_growth"], years: [2017, 2017] as const, why };
    const given = await run(blind, { starts: [{ ...start, from: { value: 30 } }] }, file);
    const incomes = (result: BacktestResult, year: number) =>
      result.origins[year - 2010]?.quantities.find(({ quantity }) => quantity === "income_growth");
    // 0.2 of last year's growth.
    const usual = (await run(rows, {}, file)).origins[7]?.quantities[1]?.median ?? Number.NaN;
    expect(incomes(given, 2017)?.median).toBeGreaterThan(usual + 3);
    const told = await run(
      blind,
      { starts: [{ ...start, from: { series: "gdp_growth_target" } }] },
      file,
    );
    const seven = await run(blind, { starts: [{ ...start, from: { value: 7 } }] }, file);
    expect(incomes(told, 2017)).toEqual(incomes(seven, 2017));
    expect(incomes(given, 2016)).toEqual(incomes(seven, 2016));
  });

  it("ends when it is cancelled", async () => {
    const abort = new AbortController();
    abort.abort();
    const backtest = { ...original.backtest, origins: [2015], targets: [] };
    const rewind = () => ({ ok: false, issues: [] }) as const;
    const request = { backtest, observations: [], rewind, draws: 10, seed: 1 };
    // Nothing to run where no origin can be read: done, with everything left out.
    const unread = await runBacktest(createInlineRunner(), request);
    expect(unread).toMatchObject({ kind: "done", result: { unreadable: [{ year: 2015 }] } });
    const outcome = await runBacktest(
      createInlineRunner(),
      {
        ...request,
        rewind: (year, asOf) =>
          readPlan(documentedPlanForTable(), "p.yaml", { asOf, periods: [year] }),
      },
      { signal: abort.signal },
    );
    expect(outcome).toEqual({ kind: "cancelled" });
  });
});
