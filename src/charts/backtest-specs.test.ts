import { describe, expect, it } from "vitest";
import { buildDefinition } from "../../test/support/build-definition.ts";
import type { BacktestSummary } from "../core/backtest/summarise-backtest.ts";
import type { BacktestFigures } from "./backtest-figure.ts";
import { integralsSpec } from "./integrals-spec.ts";
import { reliabilitySpec } from "./reliability-spec.ts";

const summary: BacktestSummary = {
  coverage: [],
  integrals: [6, 2, 1, 3, 8],
  crps: {},
  targets: {},
  reliability: {
    targets: [
      { from: 0.2, to: 0.4, cases: 3, hits: 3, meanProbability: 0.3, interval95: [0.44, 1] },
    ],
    rises: [
      { from: 0, to: 0.2, cases: 4, hits: 1, meanProbability: 0.1, interval95: [0.05, 0.7] },
      { from: 0.8, to: 1, cases: 2, hits: 2, meanProbability: 0.9, interval95: [0.34, 1] },
    ],
  },
};
const figures: BacktestFigures = {
  definition: buildDefinition({}),
  summary,
  years: [2012, 2020],
  draws: 1000,
  seed: 1,
  modelHash: "abc",
  version: "1",
};

describe("integralsSpec", () => {
  it("counts the outer classes in its title, and draws what it tables", () => {
    const spec = integralsSpec(figures, "en");
    expect(spec.title).toMatch(/^14 of 20 outcomes .* about 8 should have$/);
    expect(spec.table.rows.map((row) => row[2])).toEqual(summary.integrals);
    const bins = spec.layers.flatMap((layer) => (layer.kind === "bins" ? layer.bins : []));
    expect(bins.map(({ height }) => height)).toEqual(summary.integrals);
    expect(spec.layers).toContainEqual(expect.objectContaining({ kind: "rule", value: 4 }));
    expect(integralsSpec(figures, "zh").title).toMatch(/20 个结果中，14 个/);
  });
});

describe("reliabilitySpec", () => {
  it("says how many groups are not clearly off, with the cases beside each dot", () => {
    const spec = reliabilitySpec(figures, "en");
    // 0.3 lies outside 0.44 to 1; the others hold their odds.
    expect(spec?.title).toBe("2 of 3 groups of odds are not clearly off what happened");
    const dots = spec?.layers.flatMap((layer) => (layer.kind === "dots" ? layer.points : []));
    expect(dots?.map(({ x, y, label }) => [x, y, label])).toEqual([
      [0.3, 1, "3"],
      [0.1, 0.25, "4"],
      [0.9, 1, "2"],
    ]);
    expect(spec?.table.rows).toHaveLength(3);
  });

  it("is not drawn without odds", () => {
    const reliability = { targets: [], rises: [] };
    const empty = { ...figures, summary: { ...summary, reliability } };
    expect(reliabilitySpec(empty, "zh")).toBeUndefined();
  });
});
