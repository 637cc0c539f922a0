import { describe, expect, it } from "vitest";
import { bellShaped, type SampleTarget, sampleResult } from "../../test/support/sample-result.ts";
import type { ChartSpec, Layer } from "./chart-spec.ts";
import { exceedanceSpec } from "./exceedance-spec.ts";
import { histogramSpec } from "./histogram-spec.ts";
import { hitCountSpec, middleRange } from "./hit-count-spec.ts";
import { probabilityBarsSpec } from "./probability-bars-spec.ts";
import { scenarioDotsSpec } from "./scenario-dots-spec.ts";

const DRAWS = 4_001;

const growth = (shift = 0): SampleTarget => ({
  id: "growth",
  unit: "% yoy real",
  values: bellShaped(DRAWS, 8 + shift, 1),
  event: { threshold: 7.5, hitSide: "above", strict: false },
  label: { zh: "增长", en: "Growth" },
  wording: { zh: "8%左右", en: "about 8 %" },
});
const jobless: SampleTarget = {
  id: "jobless",
  unit: "%",
  values: bellShaped(DRAWS, 2.5, 0.4, 3989),
  event: { threshold: 3, hitSide: "below", strict: true },
  binding: true,
  section: "民生",
};
const foreign: SampleTarget = {
  id: "foreign",
  unit: "100 million US dollars",
  values: bellShaped(DRAWS, 28.5, 1.5, 3967),
  event: { threshold: 28, hitSide: "above", strict: false, stretchThreshold: 30 },
};
const prices: SampleTarget = {
  id: "prices",
  unit: "% yoy",
  values: bellShaped(DRAWS, 0.1, 0.3, 3947),
  isMargin: true,
  event: { hitSide: "above", strict: false },
};
const result = sampleResult([growth(), jobless, foreign, prices]);

function layersOf<K extends Layer["kind"]>(spec: ChartSpec, kind: K) {
  return spec.layers.filter((layer): layer is Extract<Layer, { kind: K }> => layer.kind === kind);
}

/** Exactly the share of draws that hit, by counting. */
const shareOf = ({ values }: SampleTarget, hits: (x: number) => boolean) =>
  values.filter(hits).length / DRAWS;

describe("histogramSpec", () => {
  it("stands the target's line where hits begin, with both shares beside it", () => {
    const spec = histogramSpec(result, "growth", "zh");
    const [rule] = layersOf(spec, "rule").filter(({ sides }) => sides !== undefined);
    const share = Math.round(shareOf(growth(), (x) => x >= 7.5) * 100);
    expect(rule?.value).toBe(7.5);
    expect(rule?.label).toBe("目标：8%左右（≥ 7.5%）");
    expect(rule?.sides?.high).toEqual({ text: `达标 ${share}%`, color: "hit" });
    expect(rule?.sides?.low).toEqual({ text: `未达 ${100 - share}%`, color: "miss" });
  });

  it("turns the sides round where lower is better", () => {
    const [rule] = layersOf(histogramSpec(result, "jobless", "en"), "rule").filter(
      ({ sides }) => sides !== undefined,
    );
    expect(rule?.sides?.low?.color).toBe("hit");
    expect(rule?.label).toContain("< 3%");
  });

  it("shows the margin where the threshold varies, with the line at nought", () => {
    const spec = histogramSpec(result, "prices", "zh");
    expect(spec.x.label).toContain("与目标线之差（个百分点）");
    expect(layersOf(spec, "rule").find(({ sides }) => sides !== undefined)?.value).toBe(0);
  });

  it("marks the second tier with its own probability", () => {
    const share = Math.round(shareOf(foreign, (x) => x >= 30) * 100);
    const labels = layersOf(histogramSpec(result, "foreign", "zh"), "rule").map((r) => r.label);
    expect(labels).toContain(`力争 30亿美元：${share}%`);
  });

  it("marks what was observed afterwards, but not on an axis of margins", () => {
    const marks = (id: string) =>
      layersOf(histogramSpec(result, id, "en", 2.5), "rule").filter((r) => r.color === "accent");
    expect(marks("jobless").map(({ value, label }) => [value, label])).toEqual([
      [2.5, "actual 2.5% (known later)"],
    ]);
    expect(marks("prices")).toEqual([]);
    const labels = layersOf(exceedanceSpec(result, "jobless", "zh", 2.5), "rule").map(
      (r) => r.label,
    );
    expect(labels).toContain("实际 2.5%（事后公布）");
  });

  it("carries all that it takes to draw it again", () => {
    const { provenance } = histogramSpec(result, "growth", "en");
    for (const part of ["0.0.0", "Baseline", "4001 draws", "seed 1", "0123456789abcdef"]) {
      expect(provenance).toContain(part);
    }
  });

  it("has a table whose shares sum to all draws", () => {
    const { rows } = histogramSpec(result, "jobless", "en").table;
    const sum = rows.reduce((total, row) => total + Number(row[2]), 0);
    expect(sum).toBeGreaterThan(0.998);
    expect(sum).toBeLessThanOrEqual(1 + 1e-9);
  });

  it("refuses a target that the result does not have", () => {
    expect(() => histogramSpec(result, "nothing", "zh")).toThrow("nothing");
  });
});

describe("exceedanceSpec", () => {
  it.each([
    ["growth", growth(), (x: number) => x >= 7.5, -1],
    ["jobless", jobless, (x: number) => x < 3, 1],
  ] as const)("of %s crosses the line at the probability", (id, target, hits, direction) => {
    const spec = exceedanceSpec(result, id, "zh");
    const points = layersOf(spec, "line")[0]?.points ?? [];
    const dot = layersOf(spec, "dots")[0]?.points[0];
    expect(dot?.y).toBeCloseTo(shareOf(target, hits), 12);
    expect(points).toContainEqual({ x: dot?.x, y: dot?.y });
    for (const [k, point] of points.entries()) {
      const before = points[k - 1];
      if (before) expect((point.y - before.y) * direction).toBeGreaterThanOrEqual(0);
    }
  });
});

it("titles the curve with its median and the level reached nine times in ten", () => {
  // The sample's values are logistic with scale 0.5513: p10 = 8 − 0.5513 · ln 9 = 6.79.
  const { title } = exceedanceSpec(result, "growth", "zh");
  expect(title).toBe("增长：五成可能达到 8.0%，九成可能达到 6.8%");
});

describe("hitCountSpec", () => {
  it("finds the middle four fifths", () => {
    // By hand: cumulative 0.05, 0.15, 0.85, 0.95, 1.
    expect(middleRange([0.05, 0.1, 0.7, 0.1, 0.05])).toEqual([1, 3]);
    expect(middleRange([0, 0, 1])).toEqual([2, 2]);
  });

  it("has one bar per number, which sum to all draws", () => {
    const [layer] = layersOf(hitCountSpec(result, "zh"), "bins");
    const sum = layer?.bins.reduce((total, { height }) => total + height, 0);
    expect(sum).toBeCloseTo(1, 12);
    expect(layer?.bins.every(({ low, high }) => high - low === 1)).toBe(true);
  });
});

describe("probabilityBarsSpec", () => {
  const spec = probabilityBarsSpec(result, "zh");

  it("has a row for every target, with a heading where a section begins", () => {
    expect(spec.y.kind === "category" && spec.y.rows.map(({ heading }) => heading)).toEqual([
      "一、综合发展",
      "民生",
      "一、综合发展",
      undefined,
    ]);
  });

  it("has every dot inside its interval", () => {
    for (const { x, low = 1, high = 0 } of layersOf(spec, "dots").flatMap((l) => l.points)) {
      expect(low).toBeLessThan(x);
      expect(high).toBeGreaterThan(x);
    }
  });

  it("rings the second tier and says so", () => {
    expect(layersOf(spec, "dots").map(({ shape }) => shape)).toEqual(["circle", "ring"]);
    expect(spec.legend.map(({ name }) => name)).toEqual(["达标概率", "力争目标"]);
  });
});

describe("scenarioDotsSpec", () => {
  const weaker = sampleResult([growth(-1), jobless, foreign, prices], {
    id: "weak",
    zh: "走弱",
    en: "Weaker",
  });
  const spec = scenarioDotsSpec([result, weaker], "en");

  it("names the target that scenarios move most", () => {
    const before = Math.round(shareOf(growth(), (x) => x >= 7.5) * 100);
    const after = Math.round(shareOf(growth(-1), (x) => x >= 7.5) * 100);
    expect(spec.title).toBe(`Scenarios matter most for Growth: from ${after}% to ${before}%`);
  });

  it("gives each scenario a colour and a shape of its own", () => {
    expect(new Set(spec.legend.map(({ color }) => color)).size).toBe(2);
    expect(new Set(spec.legend.map(({ shape }) => shape)).size).toBe(2);
  });

  it("keeps to the targets asked for", () => {
    const some = scenarioDotsSpec([result, weaker], "zh", ["jobless"]);
    expect(some.table.rows.map(([label]) => label)).toEqual(["指标jobless（约束性）"]);
    expect(some.fileParts).toEqual(["样例市2021年计划", "情景比较", "scenarios-probability"]);
  });
});
