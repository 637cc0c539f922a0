import { describe, expect, it } from "vitest";
import { harbourResult } from "../../test/support/harbour-result.ts";
import { rankDrivers } from "../core/results/rank-drivers.ts";
import { type CategorySpec, categoryScene } from "./category-scene.ts";
import type { ChartSpec, Layer } from "./chart-spec.ts";
import { driversSpec } from "./drivers-spec.ts";

const { result, sensitivity } = harbourResult();
const specOf = (id: string, language: "zh" | "en" = "zh"): ChartSpec => {
  const spec = driversSpec(result, sensitivity, id, language);
  if (spec === undefined) throw new Error("There are no drivers.");
  return spec;
};
const layersOf = <Kind extends Layer["kind"]>(spec: ChartSpec, kind: Kind) =>
  spec.layers.filter((layer): layer is Extract<Layer, { kind: Kind }> => layer.kind === kind);
const overall = result.summary.targets[2]?.probability ?? Number.NaN;

describe("the drivers of a target", () => {
  const spec = specOf("revenue");
  const [low, high] = layersOf(spec, "dots");

  it("are rows in the order of their effect, with low and high values", () => {
    if (spec.y.kind !== "category") throw new Error("No rows.");
    expect(spec.y.rows.map(({ label }) => label)).toEqual([
      "世界贸易增速",
      "罢工",
      "吞吐量对贸易的弹性",
    ]);
    // A Bernoulli of 0.05: nought in 95 of 100 draws, one in the others.
    expect(spec.y.rows[1]?.detail).toBe("低\u00a0≤\u00a00（占95%），高\u00a0≥\u00a01（占5%）");
  });

  it("stand around the overall probability", () => {
    const [rule] = layersOf(spec, "rule");
    expect(rule).toMatchObject({ axis: "x", value: overall });
    const bars = layersOf(spec, "bars").flatMap(({ points }) => points);
    expect(bars).toHaveLength(6);
    for (const { x, low: from, high: to } of bars) {
      expect([from, to]).toEqual([x, overall].toSorted((a, b) => a - b));
    }
  });

  it("have every dot inside its interval and inside the axis", () => {
    for (const { x, low: from = 1, high: to = 0 } of [
      ...(low?.points ?? []),
      ...(high?.points ?? []),
    ]) {
      expect(from).toBeLessThanOrEqual(x);
      expect(to).toBeGreaterThanOrEqual(x);
      expect(from).toBeLessThan(to);
      expect(from).toBeGreaterThanOrEqual(spec.x.domain[0]);
      expect(to).toBeLessThanOrEqual(spec.x.domain[1]);
    }
  });

  it("put the main one and its two probabilities into the title", () => {
    const [driver] = rankDrivers(sensitivity, 2);
    const percent = (p = Number.NaN) => `${Math.round(p * 100)}%`;
    const lowText = percent(driver?.low.probability).replace(/^0%$/, "<1%");
    expect(spec.title).toBe(
      `收入：最大的驱动因素是“世界贸易增速”，低位时达标概率 ${lowText}，高位时 ${percent(driver?.high.probability)}`,
    );
  });

  it("come with every measure of every input in the table", () => {
    const [row] = spec.table.rows;
    const [driver] = rankDrivers(sensitivity, 2);
    expect(spec.table.columns).toHaveLength(row?.length ?? 0);
    expect(row?.slice(4)).toEqual([
      driver?.low.probability,
      driver?.high.probability,
      driver?.change.value,
      driver?.change.standardError,
      driver?.rankCorrelation,
      driver?.hitIndex.value,
      driver?.hitIndex.standardError,
      driver?.valueIndex.value,
      driver?.valueIndex.standardError,
    ]);
  });

  it("are said to be associations, in both languages", () => {
    expect(spec.footnote).toContain("关联");
    expect(specOf("revenue", "en").footnote).toContain("associations");
  });
});

it("marks what works through correlation only", () => {
  const through = {
    ...sensitivity,
    inputs: sensitivity.inputs.map((input) => ({
      ...input,
      targets: input.targets.map((each) => ({ ...each, path: "correlation" as const })),
    })),
  };
  const spec = driversSpec(result, through, "revenue", "en");
  expect(spec?.y.kind === "category" && spec.y.rows[0]?.label).toBe("World trade growth *");
  expect(spec?.footnote).toMatch(/^\* Not in this target's equations/);
  expect(specOf("revenue", "en").footnote).not.toContain("*");
});

it("has no chart where no input stands out from sampling error", () => {
  expect(driversSpec(result, { ...sensitivity, inputs: [] }, "revenue", "zh")).toBeUndefined();
});

it("refuses a target that is not there", () => {
  expect(() => driversSpec(result, sensitivity, "rain", "zh")).toThrow(/rain/);
});

it.each([300, 520, 900])(
  "draws all inside %d px, with labels clear of the rows' names",
  (width) => {
    const scene = categoryScene(specOf("revenue", "en") as CategorySpec, width);
    const names = scene.marks.filter((mark) => mark.kind === "text" && mark.x === 0);
    expect(names.length).toBeGreaterThan(0);
    for (const mark of scene.marks) {
      if (mark.kind === "dot" || mark.kind === "rect") {
        expect(mark.x).toBeGreaterThan(0);
        expect(mark.x).toBeLessThanOrEqual(width);
      }
    }
  },
);
