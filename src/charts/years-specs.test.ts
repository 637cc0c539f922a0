import { describe, expect, it } from "vitest";
import { valleyResult } from "../../test/support/valley-result.ts";
import { tallyQuantile } from "../core/results/tally-quantile.ts";
import type { ChartSpec, Layer } from "./chart-spec.ts";
import { fanSpec } from "./fan-spec.ts";
import { FAN_PROBABILITIES, quantitySubject, targetSubject } from "./fan-subject.ts";
import { paceSpec } from "./pace-spec.ts";
import { yearlyOddsSpec } from "./yearly-odds-spec.ts";

const result = valleyResult();
const targetOf = (id: string) => result.definition.targets.find((target) => target.id === id)!;

function layersOf<K extends Layer["kind"]>(spec: ChartSpec | undefined, kind: K) {
  return (spec?.layers ?? []).filter(
    (layer): layer is Extract<Layer, { kind: K }> => layer.kind === kind,
  );
}

/** The quantiles of the fan, straight from the column of a year. */
function quantilesOf(column: string): readonly number[] {
  const tally = result.tally.columns[result.program.columns.findIndex((c) => c.name === column)]!;
  return FAN_PROBABILITIES.map((p) => tallyQuantile(tally, p));
}

describe("fanSpec", () => {
  const subject = quantitySubject(result, "gdp", "zh")!;
  const spec = fanSpec(result, subject, "zh");

  it("draws the past, then bands of 90, 60 and 30 of 100 around the median", () => {
    const [p5, p20, p35, p50, p65, p80, p95] = quantilesOf("gdp@2024");
    const bands = layersOf(spec, "area").map(({ points }) => points.find(({ x }) => x === 2024));
    expect(bands.map((point) => [point?.low, point?.high])).toEqual([
      [p5, p95],
      [p20, p80],
      [p35, p65],
    ]);
    const [median, past] = layersOf(spec, "line");
    expect(median?.points.find(({ x }) => x === 2024)?.y).toBe(p50);
    // From the plan file.
    expect(past?.points.map(({ x, y }) => [x, y])).toEqual([
      [2018, 372],
      [2019, 397],
      [2020, 410],
    ]);
    expect(layersOf(spec, "area").every(({ points }) => points[0]?.low === 410)).toBe(true);
  });

  it("stands the target's line in its year only", () => {
    const dash = layersOf(spec, "line").at(-1);
    expect(dash?.name).toBe("目标 ≥ 550亿元");
    expect(dash?.points.map(({ y }) => y)).toEqual([550, 550]);
    expect(dash?.points.every(({ x }) => Math.abs(x - 2025) < 0.5)).toBe(true);
  });

  it("speaks in frequencies, and has its numbers in the table", () => {
    expect(spec.title).toMatch(
      /^地区生产总值：2025年，每100个情形中有90个在 \d+亿元 至 \d+亿元 之间$/,
    );
    expect(spec.subtitle).toContain("单位：亿元");
    expect(spec.alt).toContain("100个情形中30个在");
    expect(spec.table.rows.map(([year]) => year)).toEqual(
      [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025].map(String),
    );
    const last = spec.table.rows.at(-1);
    expect(last?.slice(2, 9)).toEqual(quantilesOf("gdp@2025"));
    expect(last?.at(-1)).toBe(550);
  });

  it("counts in billions in English", () => {
    const english = fanSpec(result, quantitySubject(result, "gdp", "en")!, "en");
    expect(english.table.rows[0]?.[1]).toBeCloseTo(37.2, 12);
    expect(layersOf(english, "line").at(-1)?.points[0]?.y).toBe(55);
  });

  it("shows how far a sum over years has come, from nothing", () => {
    const progress = targetSubject(result, targetOf("energy_released"), "zh")!;
    expect(progress.past).toEqual([{ year: 2020, value: 0 }]);
    expect(progress.lines).toEqual([{ year: 2025, value: 200, side: "above", strict: false }]);
    const column = "target:energy_released@2023";
    expect(progress.years[2]?.quantiles).toEqual(quantilesOf(column));
  });

  it("is of no use where nothing varies", () => {
    const fixed = { ...result, tally: { ...result.tally, columns: [] } };
    expect(quantitySubject(fixed, "gdp", "zh")).toBeUndefined();
    expect(quantitySubject(result, "no_such", "zh")).toBeUndefined();
  });
});

describe("paceSpec", () => {
  it("says what a middling first year leaves for the others", () => {
    const spec = paceSpec(result, targetOf("energy_released"), "zh");
    // (200 − 41)/4 is 39.75, up to sampling error; 200/5 is 40.
    expect(spec?.title).toMatch(
      /^五年腾出用能：2021年若为中位情形，其余4年每年至少需 39\.[678]万吨标煤（起步时为 40\.0万吨标煤）$/,
    );
    expect(spec?.table.rows.map(([year, left]) => [year, left])).toEqual([
      ["2020", 5],
      ["2021", 4],
      ["2022", 3],
      ["2023", 2],
      ["2024", 1],
    ]);
    expect(layersOf(spec, "dots")).toHaveLength(2);
  });

  it("says how little a falling quantity may change, in percent", () => {
    const spec = paceSpec(result, targetOf("intensity"), "en");
    // 0.86^(1/5) − 1 = −2.97 %.
    expect(spec?.title).toContain("may bring at most");
    expect(spec?.title).toContain("(−3.0% at the start)");
  });

  it("measures steps of a share in percentage points", () => {
    const spec = paceSpec(result, targetOf("urban_share"), "zh");
    expect(spec?.subtitle).toContain("单位：个百分点");
  });

  it("is there for no target of the first year", () => {
    expect(paceSpec(result, targetOf("gdp_growth"), "zh")).toBeUndefined();
  });
});

describe("yearlyOddsSpec", () => {
  it("sets the plan's own year apart and says what the others mean", () => {
    const spec = yearlyOddsSpec(result, targetOf("gdp_growth"), "zh");
    const [others, own] = layersOf(spec, "dots");
    expect(own?.points.map(({ x }) => x)).toEqual([2021]);
    expect(others?.points.map(({ x }) => x)).toEqual([2022, 2023, 2024, 2025]);
    expect(spec?.subtitle).toContain("不是计划的目标");
    expect(spec?.table.rows.map((row) => row.at(-1))).toEqual([
      "计划所定年份",
      ...Array(4).fill("假如当年也按此要求"),
    ]);
  });

  it("judges a sum by what has come about", () => {
    const spec = yearlyOddsSpec(result, targetOf("energy_released"), "en");
    expect(spec?.table.rows.map((row) => row.at(-1))).toEqual([
      ...Array(4).fill("judged by then"),
      "the plan's own year",
    ]);
    const index = result.program.targets.findIndex(({ id }) => id === "energy_released@2025");
    expect(spec?.table.rows.at(-1)?.[1]).toBe(result.summary.targets[index]?.probability);
  });
});
