import { describe, expect, it } from "vitest";
import { sampleResult } from "../../test/support/sample-result.ts";
import { normalCdf, normalQuantile } from "../core/sampling/normal.ts";
import type { Layer } from "./chart-spec.ts";
import { frontierSpec } from "./frontier-spec.ts";

/** One lever that moves the mean of a standard normal, at a cost of 1 for each unit: P(x ≥ 1) = Φ(effort − 1). */
const point = (effort: number) => ({
  effort,
  probability: normalCdf(effort - 1),
  shifts: [effort],
});
const wanted = 0.6;
const frontier = {
  goal: { zh: "增长", en: "growth" },
  levers: [{ label: { zh: "投资", en: "Investment" } }],
  points: [0, 0.5, 1, 1.5, 2].map(point),
  found: point(1 + normalQuantile(wanted) + 1e-9),
  wanted,
  draws: 8_192,
  checkDraws: 100_000,
};
const result = sampleResult([]);
const layer = <K extends Layer["kind"]>(layers: readonly Layer[], kind: K) =>
  layers.find((each): each is Extract<Layer, { kind: K }> => each.kind === kind)!;

describe("odds against effort", () => {
  it("are the points of the frontier, with the setting found on the line of what is wanted", () => {
    const spec = frontierSpec(result, frontier, "en");
    expect(layer(spec.layers, "line").points).toEqual(
      frontier.points.map(({ effort, probability }) => ({ x: effort, y: probability })),
    );
    expect(layer(spec.layers, "rule")).toMatchObject({ axis: "y", value: wanted });
    const [found] = layer(spec.layers, "dots").points;
    // Φ(e − 1) = 0.6 where e = 1 + z(0.6) = 1.2533471 (R: 1 + qnorm(0.6)).
    expect(found!.x).toBeCloseTo(1.2533471, 6);
    expect(found!.y).toBeCloseTo(wanted, 6);
    expect(spec.table.columns.map(({ label }) => label)).toEqual([
      "Effort",
      "Probability",
      "Investment",
    ]);
    expect(spec.table.rows[2]).toEqual([1, 0.5, 1]);
  });

  it("say what was reached for what effort, and on how many draws it rests", () => {
    // Φ(−1) = 0.1587.
    const en = frontierSpec(result, frontier, "en");
    expect(en.title).toBe("Odds of growth: an effort of 1.25 takes them from 16% to 60%");
    expect(en.footnote).toContain("8192 draws");
    expect(en.footnote).toContain("100,000");
    expect(frontierSpec(result, frontier, "zh").title).toBe(
      "增长达标：努力 1.25，概率由 16% 升到 60%",
    );
  });

  it("say how far one gets where what is wanted is out of reach", () => {
    // Φ(1) = 0.8413.
    const short = { ...frontier, found: point(2), wanted: 0.9 };
    expect(frontierSpec(result, short, "en").title).toBe(
      "Odds of growth: from 16% to about 84% at best, short of 90%",
    );
    expect(frontierSpec(result, short, "zh").title).toContain("够不到 90%");
  });

  it("keep points and dot within the axes, even where nothing moves", () => {
    const spec = frontierSpec(result, { ...frontier, points: [point(0)], found: point(0) }, "en");
    if (spec.x.kind !== "numeric") throw new Error("Effort is a number.");
    expect(spec.x.domain[1]).toBeGreaterThan(spec.x.domain[0]);
    const wide = frontierSpec(result, frontier, "en");
    if (wide.x.kind !== "numeric") throw new Error("Effort is a number.");
    expect(wide.x.domain[1]).toBeGreaterThan(2);
  });
});
