import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryExpression } from "../../../test/support/arbitrary-expression.ts";
import {
  binary,
  buildDefinition,
  call,
  constant,
  name,
  normal,
  number,
  type Sketch,
  threshold,
} from "../../../test/support/build-definition.ts";
import { evaluateExpression } from "../../../test/support/evaluate-expression.ts";
import { countByReplicate } from "../../../test/support/tally-of.ts";
import { compile } from "../model/compile.ts";
import type { Distribution } from "../model/distribution.ts";
import type { NamedValue } from "../model/expression.ts";
import type { Program } from "../model/program.ts";
import { totalHits } from "../results/estimate-hits.ts";
import { mergeTallies } from "../results/merge-tallies.ts";
import type { Tally } from "../results/tally.ts";
import { createInterpreter } from "./interpreter.ts";

/** Draws of columns, by name. */
function drawColumns(program: Program, names: readonly string[], draws: number, firstDraw = 0) {
  const registers = names.map(
    (each) => program.columns.find((column) => column.name === each)?.register ?? -1,
  );
  return createInterpreter(program, 1).columns(firstDraw, draws, registers);
}

/** Inputs of many kinds, some correlated; indicators that are sometimes undefined or whole. */
const SKETCH: Sketch = {
  inputs: {
    a: normal(5, 4),
    b: { kind: "lognormal", meanLog: 0, sdLog: 1 },
    c: { kind: "poisson", mean: 3 },
    d: { kind: "student_t", df: 2, location: 0, scale: 1 },
    e: { kind: "triangular", low: 0, mode: 1, high: 5 },
  },
  parameters: { k: normal(1, 0.2), fixed: constant(2) },
  indicators: {
    sum: { equation: binary(name("a"), "+", binary(name("b"), "*", name("k"))) },
    root: { equation: call("sqrt", name("d")) },
    count: { equation: binary(binary(name("c"), "*", number(2)), "-", number(7)) },
  },
  correlations: [
    ["a", "b", 0.5],
    ["b", "k", -0.3],
    ["c", "e", 0.4],
  ],
  targets: [
    {
      indicator: "sum",
      relation: { kind: "at_least", threshold: threshold(6) },
      stretch: threshold(9),
    },
    { indicator: "root", relation: { kind: "positive" } },
    {
      indicator: "count",
      relation: { kind: "in_line_with", reference: threshold(name("e")), tolerance: 1 },
    },
  ],
};

describe("the interpreter", () => {
  it("computes, draw by draw, what the equation says, to the last bit", () => {
    const inputs: Readonly<Record<string, Distribution>> = {
      x: normal(0, 2),
      y: { kind: "empirical", values: [-1, 0, 0.5, 1, 2, 3] },
    };
    fc.assert(
      fc.property(arbitraryExpression(["x", "y"]), fc.nat({ max: 5000 }), (equation, firstDraw) => {
        const program = compile(buildDefinition({ inputs, indicators: { z: { equation } } }));
        const [x, y, z] = drawColumns(program, ["x@2021", "y@2021", "z@2021"], 40, firstDraw);
        z?.forEach((value, draw) => {
          const look = ({ name }: NamedValue) =>
            (name === "x" ? x?.[draw] : y?.[draw]) ?? Number.NaN;
          expect(value).toBe(evaluateExpression(equation, look));
        });
      }),
      { numRuns: 500 },
    );
  });

  it("gives the same draws wherever a range begins", () => {
    const program = compile(buildDefinition(SKETCH));
    const names = program.columns.map((column) => column.name);
    const whole = drawColumns(program, names, 5000);
    const part = drawColumns(program, names, 2345, 1234);
    part.forEach((column, index) => {
      expect(column).toEqual(whole[index]?.slice(1234, 1234 + 2345));
    });
  });

  it("refuses ranges and registers that cannot be", () => {
    const kernel = createInterpreter(compile(buildDefinition(SKETCH)), 1);
    expect(() => kernel.run(0, 0)).toThrow("at least 1, not 0");
    expect(() => kernel.run(-1, 5)).toThrow("at least 0, not -1");
    expect(() => kernel.columns(0, 5, [-1])).toThrow("no register -1");
  });
});

describe("common random numbers", () => {
  const names = ["a@2021", "b@2021", "c@2021", "d@2021", "e@2021", "k"];
  const drawsOf = (sketch: Sketch) => drawColumns(compile(buildDefinition(sketch)), names, 2000);
  const baseline = drawsOf(SKETCH);

  it.each([
    ["another spread", normal(5, 8)],
    ["another kind", { kind: "uniform", low: 0, high: 1 } satisfies Distribution],
    ["a fixed value", constant(3)],
  ])("stay for the other inputs when one gets %s, correlated or not", (_, distribution) => {
    names.slice(0, 5).forEach((changed, index) => {
      const id = changed.replace("@2021", "");
      const draws = drawsOf({ ...SKETCH, inputs: { ...SKETCH.inputs, [id]: distribution } });
      draws.forEach((column, other) => {
        if (other !== index) expect(column).toEqual(baseline[other]);
      });
    });
  });

  it("do not depend on the order of inputs and correlations, nor on other inputs", () => {
    const reordered = Object.entries(SKETCH.inputs ?? {}).toReversed();
    const draws = drawsOf({
      ...SKETCH,
      inputs: Object.fromEntries([["more", normal(0, 1)], ...reordered]),
      correlations:
        SKETCH.correlations?.toReversed().map(([one, other, rank]) => [other, one, rank]) ?? [],
    });
    expect(draws).toEqual(baseline);
  });

  it("differ from seed to seed", () => {
    const program = compile(buildDefinition(SKETCH));
    const register = program.columns[0]?.register ?? -1;
    const [first] = createInterpreter(program, 1).columns(0, 100, [register]);
    const [second] = createInterpreter(program, 2).columns(0, 100, [register]);
    expect(first?.filter((value, draw) => value === second?.[draw])).toHaveLength(0);
  });
});

describe("a tally", () => {
  const program = compile(buildDefinition(SKETCH));
  const draws = 20 * 1024;
  const whole = createInterpreter(program, 7).run(0, draws);

  const runParts = (edges: readonly number[]): Tally =>
    mergeTallies(
      edges.slice(1).map((end, index) => {
        const start = edges[index] ?? 0;
        return createInterpreter(program, 7).run(start, end - start);
      }),
    );

  it("does not depend on how the draws are cut, but for rounding of means and squares", {
    timeout: 30_000,
  }, () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 19 }), { maxLength: 6 });
    fc.assert(
      fc.property(cuts, (blocks) => {
        const inner = blocks.toSorted((a, b) => a - b).map((block) => block * 1024);
        const merged = runParts([0, ...inner, draws]);
        expect(merged.targets).toEqual(whole.targets);
        expect(merged.hitCounts).toEqual(whole.hitCounts);
        merged.columns.forEach((column, index) => {
          const { mean, m2, ...exact } = column;
          const { mean: wholeMean, m2: wholeM2, ...wholeExact } = whole.columns[index]!;
          expect(exact).toEqual(wholeExact);
          expect(Math.abs(mean - wholeMean)).toBeLessThanOrEqual(1e-12 * Math.abs(wholeMean));
          expect(Math.abs(m2 - wholeM2)).toBeLessThanOrEqual(1e-12 * wholeM2);
        });
      }),
      { numRuns: 15 },
    );
  });

  it("is the same to the last bit for the same parts, and for a kernel used before", () => {
    const edges = [0, 3 * 1024, 16 * 1024, draws];
    const used = createInterpreter(program, 7);
    used.run(5000, 3000);
    expect(used.run(0, draws)).toEqual(whole);
    expect(runParts(edges)).toEqual(runParts(edges));
  });

  it("counts what the raw draws hold", () => {
    const first = 777;
    const length = 3001;
    const kernel = createInterpreter(program, 7);
    const tally = kernel.run(first, length);
    const values = kernel.columns(
      first,
      length,
      program.columns.map(({ register }) => register),
    );
    const hits = kernel.columns(
      first,
      length,
      program.targets.map(({ hit }) => hit),
    );
    const isHit = (column: Float64Array) => Array.from(column, (hit) => hit === 1);
    values.forEach((column, index) => {
      const finite = column.filter(Number.isFinite);
      const mean = finite.reduce((sum, value) => sum + value, 0) / finite.length;
      const { histogram, ...rest } = tally.columns[index]!;
      expect(rest.count).toBe(finite.length);
      expect(rest.min).toBe(Math.min(...finite));
      expect(rest.max).toBe(Math.max(...finite));
      expect(rest.mean).toBeCloseTo(mean, 10);
      const m2 = finite.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      expect(Math.abs(rest.m2 - m2)).toBeLessThan(1e-9 * m2);
      expect(histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(finite.length);
    });
    hits.forEach((column, index) => {
      const target = tally.targets[index]!;
      expect(target.hitsByReplicate).toEqual(countByReplicate(isHit(column), first));
      expect(target.undefinedDraws).toBe(column.filter(Number.isNaN).length);
      column.forEach((hit, draw) => {
        expect(((target.hits[draw >>> 5] ?? 0) >>> (draw & 31)) & 1).toBe(hit === 1 ? 1 : 0);
      });
    });
    const exactly = new Float64Array(program.targets.length + 1);
    for (let draw = 0; draw < length; draw++) {
      const count = hits.filter((column) => column[draw] === 1).length;
      exactly[count] = (exactly[count] ?? 0) + 1;
    }
    expect(tally.hitCounts).toEqual(exactly);
    const stretch = Array.from(values[6] ?? [], (sum) => sum >= 9);
    expect(tally.targets[0]?.stretchByReplicate).toEqual(countByReplicate(stretch, first));
    expect(tally.setHits).toEqual(
      program.targetSets.map(({ members }) => {
        const every = isHit(hits[0]!).map((_, draw) =>
          members.every((index) => hits[index]?.[draw] === 1),
        );
        return countByReplicate(every, first);
      }),
    );
  });

  it("counts an undefined quantity as a miss", () => {
    // √x of a symmetric x: defined in half of the draws.
    const [, root] = whole.targets;
    const hits = totalHits(root!.hitsByReplicate);
    expect(hits).toBe(draws - root!.undefinedDraws);
    expect(Math.abs(hits - draws / 2)).toBeLessThan(4 * Math.sqrt(draws / 4));
  });
});
