import { describe, expect, it } from "vitest";
import { readPlanFolder } from "../../test/support/read-plan-folder.ts";
import { partDistribution } from "../core/estimation/estimate-part.ts";
import { cdf, quantile } from "../core/sampling/quantile.ts";
import type { ChartSpec, Layer } from "./chart-spec.ts";
import { estimateSpec } from "./estimate-spec.ts";
import { historyDensitySpec } from "./history-density-spec.ts";

const definition = readPlanFolder("models/jiaxing-2021/plan.yaml");
const model = { definition, modelHash: "0123", version: "0.0.0" };
const estimate = (id: string) => definition.estimates.find((each) => each.id === id)!;
const specOf = (id: string, part: string, language: "zh" | "en" = "zh") =>
  estimateSpec({ ...model, estimate: estimate(id), part }, language);

function layer<K extends Layer["kind"]>(spec: ChartSpec | undefined, kind: K) {
  const found = spec?.layers.find(
    (each): each is Extract<Layer, { kind: K }> => each.kind === kind,
  );
  if (found === undefined) throw new Error(`There is no layer ${kind}.`);
  return found;
}

describe("estimateSpec", () => {
  it("draws a regression on one predictor along it: years as dots, the fitted values on the line", () => {
    const { points, of } = estimate("city_on_nation");
    const spec = specOf("city_on_nation", "pass_through");
    const dots = layer(spec, "dots").points;
    expect(dots.map(({ x }) => x)).toEqual(points.map((point) => point.x[0]));
    // Labels stand clear of each other: 2017 and 2018 saw much the same growth.
    const labels = dots.flatMap(({ label }) => label ?? []);
    expect(labels).toContain("2020");
    expect(labels.length).toBeLessThan(points.length);
    expect(dots.every(({ readout }, i) => readout?.startsWith(String(points[i]?.year)))).toBe(true);
    // Straight from the table of past figures.
    const known = new Map(definition.series[of]?.points.map(({ year, value }) => [year, value]));
    expect(dots.map(({ y }) => y)).toEqual(points.map(({ year }) => known.get(year)));
    const [first, last] = [layer(spec, "line").points[0]!, layer(spec, "line").points.at(-1)!];
    const slope = (last.y - first.y) / (last.x - first.x);
    for (const { x, fitted } of points) {
      expect(first.y + slope * ((x[0] ?? 0) - first.x)).toBeCloseTo(fitted, 10);
    }
  });

  it("draws a mean from year to year, in a band of 80 % of next values", () => {
    const next = partDistribution(estimate("exports"), "next")!;
    const spec = specOf("exports", "next");
    expect(layer(spec, "dots").points.map(({ x }) => x)).toEqual(
      estimate("exports").points.map(({ year }) => year),
    );
    const band = layer(spec, "area").points[0];
    expect(band?.low).toBeCloseTo(quantile(next, 0.1), 10);
    expect(band?.high).toBeCloseTo(quantile(next, 0.9), 10);
  });

  it("draws a regression on several from year to year, with all predictors in the table", () => {
    const spec = specOf("revenue", "prices");
    expect(layer(spec, "dots").points.map(({ x }) => x)).toEqual(
      estimate("revenue").points.map(({ year }) => year),
    );
    expect(spec.table.columns).toHaveLength(5);
    expect(spec.table.rows.map((row) => row.at(-1))).toEqual(
      estimate("revenue").points.map(({ fitted }) => fitted),
    );
  });

  it("tells mean, standard error, years and fit, in both languages", () => {
    const { coefficients, points } = estimate("city_on_nation");
    const slope = coefficients.find(({ id }) => id === "pass_through")!;
    const numbers = `${slope.mean.toFixed(3)} ± ${slope.standardError.toFixed(3)}`;
    expect(specOf("city_on_nation", "pass_through").title).toContain(numbers);
    const en = specOf("city_on_nation", "pass_through", "en");
    expect(en.title).toContain(`${numbers} (${points.length} years, R² `);
    expect(en.alt).toContain(en.title);
    expect(en.provenance).toContain("model 0123");
  });
});

describe("historyDensitySpec", () => {
  const input = definition.inputs.find(({ history }) => history !== undefined)!;
  const distribution = { kind: "normal", mean: 5, sd: 3 } as const;
  const values = { 2016: 0, 2017: 4, 2018: 5, 2019: 20 };
  const known = { ...input, distribution, history: { values } };
  const figure = { ...model, definition: { ...definition, inputs: [known] } };

  it("sets past years under the density of what is assumed", () => {
    const spec = historyDensitySpec(figure, known, "zh");
    expect(layer(spec, "dots").points.map(({ x }) => x)).toEqual([0, 4, 5, 20]);
    const { points } = layer(spec, "line");
    // The area under the curve is the probability of the axis' range.
    const [from, to] = spec!.x.domain;
    const step = (to - from) / (points.length - 1);
    const area = points.reduce((sum, { y }) => sum + y * step, 0);
    expect(area).toBeCloseTo(cdf(distribution, to) - cdf(distribution, from), 2);
    // 0 is below the 10 % quantile, 1.16, and 20 above the 90 % quantile, 8.84 (R: qnorm).
    expect(spec?.title).toContain("4 个已知年份中有 2 年");
  });

  it("is none without a past, or where single values carry the probability", () => {
    const { history: _, ...unknown } = known;
    expect(
      historyDensitySpec(
        { ...model, definition: { ...definition, inputs: [unknown] } },
        unknown,
        "zh",
      ),
    ).toBeUndefined();
    const counted = { ...known, distribution: { kind: "poisson", mean: 4 } as const };
    expect(historyDensitySpec(figure, counted, "zh")).toBeUndefined();
  });
});
