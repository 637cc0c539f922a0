import { describe, expect, it } from "vitest";
import { sampleResult } from "../../test/support/sample-result.ts";
import { normalCdf, normalQuantile } from "../core/sampling/normal.ts";
import type { ChartSpec, Layer } from "./chart-spec.ts";
import { conditionalSpec } from "./conditional-spec.ts";

const DRAWS = 4_001;

/** The tally of a column whose draws are evenly spaced quantiles of a normal distribution. */
function tallyOf(mean: number, sd: number) {
  const values = Array.from(
    { length: DRAWS },
    (_, draw) => mean + sd * normalQuantile((draw + 0.5) / DRAWS),
  );
  const event = { threshold: 0, hitSide: "above", strict: false } as const;
  return sampleResult([{ id: "x", unit: "%", values, event }]).tally.columns[0]!;
}

/**
 * A bivariate normal: x is N(8, 1), and another quantity with correlation 0.8 has been read 1.5 spreads above its
 * mean. Given that, x is N(8 + 0.8 · 1.5, 1 − 0.8²).
 */
const BEFORE = { mean: 8, sd: 1 };
const AFTER = { mean: 9.2, sd: 0.6 };
const quantity = {
  name: "growth@2021",
  label: { zh: "增长", en: "Growth" },
  unit: "%",
  source: { cites: ["notice"] },
  before: tallyOf(BEFORE.mean, BEFORE.sd),
  after: tallyOf(AFTER.mean, AFTER.sd),
  effectiveDraws: 1_000,
  lines: [7.5],
  readings: [9],
};
const result = sampleResult([]);

function layersOf<K extends Layer["kind"]>(spec: ChartSpec | undefined, kind: K) {
  return (spec?.layers ?? []).filter(
    (layer): layer is Extract<Layer, { kind: K }> => layer.kind === kind,
  );
}

describe("a distribution before and after something became known", () => {
  it("has the densities of both normals, before first, and the lines of what was read and wanted", () => {
    const spec = conditionalSpec(result, quantity, "known: y", "en");
    const lines = layersOf(spec, "line");
    expect(lines.map(({ name }) => name)).toEqual(["Before", "Given what is known"]);
    [BEFORE, AFTER].forEach(({ mean, sd }, index) => {
      const inner = lines[index]!.points.slice(1, -1);
      const width = inner[1]!.x - inner[0]!.x;
      const cdf = (x: number) => normalCdf((x - mean) / sd);
      for (const { x, y } of inner.slice(1, -1)) {
        // The share of the bin by the distribution function; the sample's own bins are 1/256 of the range.
        const share = (cdf(x + width / 2) - cdf(x - width / 2)) / width;
        expect(Math.abs(y - share) * sd).toBeLessThan(0.03);
      }
    });
    expect(layersOf(spec, "rule").map(({ value, label }) => [value, label])).toEqual([
      [9, "known 9.0%"],
      [7.5, "target 7.5%"],
    ]);
    expect(spec?.footnote).toBe("known: y");
  });

  it("has quantiles of both in its table, and medians and four fifths in its title", () => {
    const spec = conditionalSpec(result, quantity, "", "zh");
    // Quantiles of a standard normal: z(0.9) = 1.2815516, z(0.95) = 1.6448536.
    const rows = new Map(spec?.table.rows.map(([name, ...values]) => [name, values]));
    for (const [name, z] of [
      ["5%", -1.6448536],
      ["50%", 0],
      ["90%", 1.2815516],
    ] as const) {
      const [before, after] = rows.get(name) as [number, number];
      expect(before).toBeCloseTo(BEFORE.mean + z * BEFORE.sd, 1);
      expect(after).toBeCloseTo(AFTER.mean + z * AFTER.sd, 1);
    }
    expect(spec?.title).toBe("增长：中位数由 8.0% 变为 9.2%，八成可能在 8.4% 与 10.0% 之间");
  });

  it("has fewer bins the fewer draws the weights are worth, by Rice's rule", () => {
    const binsOf = (effectiveDraws: number): number =>
      layersOf(conditionalSpec(result, { ...quantity, effectiveDraws }, "", "en"), "line")[1]!
        .points.length - 2;
    // 2 · 125^(1/3) = 10 and 2 · 1000^(1/3) = 20; bins are of a round number of the tally's own, so about that many.
    expect(binsOf(125)).toBeLessThan(binsOf(1_000));
    expect(binsOf(1)).toBeLessThanOrEqual(binsOf(125));
  });

  it("is nothing where the quantity has no values", () => {
    const none = {
      ...quantity.before,
      count: 0,
      histogram: {
        ...quantity.before.histogram,
        counts: new Uint32Array(quantity.before.histogram.counts.length),
      },
    };
    expect(
      conditionalSpec(result, { ...quantity, before: none, after: none }, "", "en"),
    ).toBeUndefined();
  });
});
