import { describe, expect, it } from "vitest";
import { buildDefinition, normal, type Sketch } from "../../../test/support/build-definition.ts";
import { rankOfScores, scoreCorrelation } from "../sampling/score-correlation.ts";
import { compile } from "./compile.ts";
import { repairedCorrelations } from "./repaired-correlations.ts";

const inputs = Object.fromEntries(["a", "b", "c", "d", "e"].map((id) => [id, normal(0, 1)]));
/** a and c go with b, but against each other; d and e have nothing to do with it. */
const impossible: Sketch = {
  inputs,
  correlations: [
    ["a", "b", 0.9],
    ["c", "b", 0.9],
    ["a", "c", -0.5],
    ["d", "e", 0.4],
  ],
};

describe("repairedCorrelations", () => {
  it("are none where all can hold, or nobody asked", () => {
    expect(repairedCorrelations(buildDefinition(impossible))).toEqual([]);
    const possible = { inputs, correlations: [["a", "b", 0.5]] } as const;
    expect(
      repairedCorrelations(buildDefinition({ ...possible, correlationRepair: "nearest" })),
    ).toEqual([]);
  });

  it.each([undefined, 4])("are those that the program samples by: df %s", (df) => {
    const definition = buildDefinition({
      ...impossible,
      periods: [2021, 2022],
      correlationRepair: "nearest",
      ...(df !== undefined && { copulas: [[df]] }),
    });
    const repaired = repairedCorrelations(definition);
    const find = (names: string) => repaired.find(({ between }) => between.join("") === names);
    const [ab, ac, bc] = [find("ab"), find("ac"), find("bc")];
    expect(repaired).toHaveLength(3);
    expect(ab?.asked).toBeCloseTo(0.9, 7);
    expect(ac?.asked).toBeCloseTo(-0.5, 7);
    // By the symmetry of a and c both pairs with b change by the same.
    expect(ab?.used).toBeCloseTo(bc?.used ?? 0, 6);
    const sizes = repaired.map(({ asked, used }) => Math.abs(used - asked));
    expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
    const { copulas } = compile(definition);
    expect(copulas.map(({ members }) => members.length)).toEqual([3, 3, 2, 2]);
    const [first, second] = copulas;
    expect(first?.factor).toEqual(second?.factor);
    // The first row of L·Lᵀ is the first column of L.
    const factor = first?.factor ?? new Float64Array(9);
    expect(factor[3]).toBeCloseTo(scoreCorrelation(ab?.used ?? 0, df), 6);
    expect(factor[6]).toBeCloseTo(scoreCorrelation(ac?.used ?? 0, df), 6);
    expect(rankOfScores(copulas[3]?.factor[2] ?? 0, df)).toBeCloseTo(0.4, 7);
  });

  it("tell pairs that the file does not name", () => {
    const definition = buildDefinition({
      inputs,
      correlations: [
        ["a", "b", 0.9],
        ["c", "b", 0.9],
      ],
      correlationRepair: "nearest",
    });
    // Scores: a and c each go with b by 2 sin(π · 0.9/6) = 0.908, so with each other by 0.65 at least; that is too
    // much for 0, from which the nearest matrix lifts them.
    const pair = repairedCorrelations(definition).find(({ between }) => between.join("") === "ac");
    expect(pair?.asked).toBe(0);
    expect(pair?.used).toBeGreaterThan(0.1);
  });
});
