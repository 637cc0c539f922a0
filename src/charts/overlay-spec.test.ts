import { describe, expect, it } from "vitest";
import { bellShaped, type SampleTarget, sampleResult } from "../../test/support/sample-result.ts";
import type { ChartSpec, Layer } from "./chart-spec.ts";
import { overlaySpec } from "./overlay-spec.ts";

const DRAWS = 4_001;
const growth = (mean: number): SampleTarget => ({
  id: "growth",
  unit: "% yoy real",
  values: bellShaped(DRAWS, mean, 1),
  event: { threshold: 7.5, hitSide: "above", strict: false },
  label: { zh: "增长", en: "Growth" },
  wording: { zh: "8%左右", en: "about 8 %" },
});
const named = (name: string, mean: number) => {
  const result = sampleResult([growth(mean)]);
  const scenario = { zh: name, en: name };
  return { ...result, provenance: { ...result.provenance, scenario } };
};
const results = [named("Base", 8), named("Storm", 6)];
const quantity = { kind: "target", id: "growth" } as const;

function layersOf<K extends Layer["kind"]>(spec: ChartSpec | undefined, kind: K) {
  return (spec?.layers ?? []).filter(
    (layer): layer is Extract<Layer, { kind: K }> => layer.kind === kind,
  );
}

describe("distributions over each other", () => {
  it("are densities of area 1, one for each scenario, with its sign at the median and the outer tenths", () => {
    const spec = overlaySpec(results, quantity, "density", "en");
    const lines = layersOf(spec, "line");
    expect(lines.map(({ name }) => name)).toEqual(["Base", "Storm"]);
    for (const { points } of lines) {
      const area = points.slice(1).reduce((sum, { x, y }, index) => {
        const before = points[index]!;
        return sum + ((x - before.x) * (y + before.y)) / 2;
      }, 0);
      // All but 0.2 % of the draws lie within the bins shown, and another part of the first and last bin off the axis.
      expect(area).toBeGreaterThan(0.98);
      expect(area).toBeLessThan(1.001);
    }
    const medians = layersOf(spec, "dots").map(({ points }) => points[1]?.x);
    // The sample's values are quantiles of normal distributions about 8 and 6.
    expect(medians[0]).toBeCloseTo(8, 1);
    expect(medians[1]).toBeCloseTo(6, 1);
    expect(spec?.title).toBe("Growth: median from 6.0% (Storm) to 8.0% (Base)");
  });

  it("are odds of reaching each level: at the target's line, the probability of hitting", () => {
    const spec = overlaySpec(results, quantity, "exceedance", "zh");
    expect(layersOf(spec, "rule")).toMatchObject([{ value: 7.5, label: "目标：8%左右" }]);
    layersOf(spec, "line").forEach(({ points }, k) => {
      const { values } = growth([8, 6][k]!);
      const share = values.filter((x) => x >= 7.5).length / DRAWS;
      const [before, after] = [
        points.findLast(({ x }) => x < 7.5)!,
        points.find(({ x }) => x >= 7.5)!,
      ];
      expect(before.y).toBeGreaterThanOrEqual(share - 0.005);
      expect(after.y).toBeLessThanOrEqual(share + 0.005);
      expect(before.y - after.y).toBeLessThan(0.05);
    });
  });

  it("have their quantiles in the table, and a line only where it is the same for all", () => {
    const spec = overlaySpec(results, quantity, "density", "en");
    expect(spec?.table.rows.map(([name]) => name)).toEqual(["Base", "Storm"]);
    // Of a normal distribution about 8 with sd 1: the 95 % quantile is 8 + 1.645.
    expect(spec?.table.rows[0]?.at(-1)).toBeCloseTo(9.645, 1);
    const stricter = sampleResult([{ ...growth(8), event: { ...growth(8).event, threshold: 7 } }]);
    const other = overlaySpec([results[0]!, stricter], quantity, "density", "en");
    expect(layersOf(other, "rule")).toEqual([]);
  });

  it("are none where no result has the quantity", () => {
    expect(overlaySpec(results, { kind: "target", id: "x" }, "density", "en")).toBeUndefined();
    expect(overlaySpec([], quantity, "density", "en")).toBeUndefined();
  });
});
