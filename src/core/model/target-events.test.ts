import { describe, expect, it } from "vitest";
import {
  binary,
  buildDefinition,
  name,
  normal,
  number,
  threshold,
} from "../../../test/support/build-definition.ts";
import { evaluateProgram } from "../../../test/support/evaluate-program.ts";
import { compile } from "./compile.ts";
import type { Indicator, Relation } from "./definition.ts";
import type { ProgramTarget } from "./program.ts";

type Case = readonly [
  relation: Relation,
  better: Indicator["better"],
  x: number,
  hit: number,
  v?: number,
];

const HIT = 1;
const MISS = 0;
const UNDEFINED = Number.NaN;
const INFINITY = Number.POSITIVE_INFINITY;

/** A target on x, of which last year's value was 5, compared with v where the relation names it. */
function definitionOf(relation: Relation, better: Indicator["better"]) {
  return buildDefinition({
    inputs: { drawn: normal(0, 1), v: normal(0, 1) },
    indicators: { x: { equation: name("drawn"), better, history: { 2020: 5 } } },
    targets: [{ indicator: "x", relation, stretch: threshold(9) }],
  });
}

function evaluate([relation, better, x, , v = 0]: Case) {
  const program = compile(definitionOf(relation, better));
  const values = evaluateProgram(program, { "drawn@2021": x, "v@2021": v });
  const target = program.targets[0]!;
  const column = (index: number | undefined) =>
    index === undefined ? undefined : values[program.columns[index]!.register];
  return {
    target,
    hit: values[target.hit],
    margin: column(target.margin),
    value: column(target.value)!,
  };
}

/** Whether a value hits, read off the line or the margin as the view does. */
function hitByLine(target: ProgramTarget, value: number, margin: number | undefined): number {
  const gap = target.threshold === undefined ? margin! : value - target.threshold;
  if (!Number.isFinite(value) || !Number.isFinite(gap)) return UNDEFINED;
  const beyond = target.hitSide === "above" ? gap > 0 : gap < 0;
  return beyond || (gap === 0 && !target.strict) ? HIT : MISS;
}

const v = threshold(name("v"));
const eight = threshold(8);
const about: Relation = { kind: "about", threshold: eight, tolerance: 0.5, twoSided: false };
const aboutBothSides: Relation = { ...about, twoSided: true };
const inLine: Relation = { kind: "in_line_with", reference: v, tolerance: 0.5 };
const inStep: Relation = { kind: "in_step_with", reference: v, tolerance: 0.5 };
const between: Relation = { kind: "between", low: threshold(2), high: threshold(4) };
const betweenVarying: Relation = { kind: "between", low: threshold(2), high: v };

// Hits by hand from the table of relations in the format's description.
const CASES: readonly Case[] = [
  [{ kind: "at_least", threshold: eight }, "higher", 8, HIT],
  [{ kind: "at_least", threshold: eight }, "higher", 7.999, MISS],
  [{ kind: "at_least", threshold: eight }, "lower", 8.001, HIT],
  [{ kind: "at_most", threshold: eight }, "higher", 8, HIT],
  [{ kind: "at_most", threshold: eight }, "lower", 8.001, MISS],
  [{ kind: "above", threshold: eight }, "higher", 8, MISS],
  [{ kind: "above", threshold: eight }, "higher", 8.001, HIT],
  [{ kind: "below", threshold: eight }, "lower", 8, MISS],
  [{ kind: "below", threshold: eight }, "lower", 7.999, HIT],
  [{ kind: "at_least", threshold: v }, "higher", 3, HIT, 3],
  [{ kind: "at_least", threshold: v }, "higher", 3, MISS, 4],
  [{ kind: "at_least", threshold: v }, "higher", 3, UNDEFINED, UNDEFINED],
  [{ kind: "at_least", threshold: v }, "higher", 3, UNDEFINED, -INFINITY],
  [{ kind: "below", threshold: v }, "lower", 3, HIT, 4],
  [about, "higher", 7.5, HIT],
  [about, "higher", 7.499, MISS],
  [about, "higher", 12, HIT],
  [about, "lower", 8.5, HIT],
  [about, "lower", 8.501, MISS],
  [about, "lower", -3, HIT],
  [aboutBothSides, "higher", 7.5, HIT],
  [aboutBothSides, "higher", 8.5, HIT],
  [aboutBothSides, "higher", 8.501, MISS],
  [aboutBothSides, "lower", 7.499, MISS],
  [{ kind: "point", threshold: eight }, "higher", 8, HIT],
  [{ kind: "point", threshold: eight }, "higher", 7.999, MISS],
  [{ kind: "point", threshold: eight }, "lower", 8.001, MISS],
  [{ kind: "point", threshold: eight }, "lower", 8, HIT],
  [{ kind: "as_assigned", threshold: v }, "higher", 3, HIT, 3],
  [{ kind: "as_assigned", threshold: v }, "lower", 3, MISS, 2.999],
  [{ kind: "rising", threshold: eight }, "higher", 8, MISS],
  [{ kind: "rising", threshold: eight }, "higher", 8.001, HIT],
  [{ kind: "rising" }, "higher", 5, MISS],
  [{ kind: "rising" }, "lower", 5.001, HIT],
  [{ kind: "positive" }, "higher", 0, MISS],
  [{ kind: "positive" }, "lower", 0.001, HIT],
  [{ kind: "stable", tolerance: 0.25 }, "higher", 4.75, HIT],
  [{ kind: "stable", tolerance: 0.25 }, "higher", 4.749, MISS],
  [{ kind: "stable", tolerance: 0.25 }, "higher", 99, HIT],
  [inStep, "higher", 5.5, HIT, 6],
  [inStep, "higher", 5.499, MISS, 6],
  [inStep, "higher", 9, HIT, 6],
  [inStep, "higher", 9, UNDEFINED, INFINITY],
  [inLine, "higher", 5.5, HIT, 6],
  [inLine, "higher", 6.5, HIT, 6],
  [inLine, "higher", 6.501, MISS, 6],
  [inLine, "higher", 6, UNDEFINED, UNDEFINED],
  [{ kind: "faster_than", reference: v }, "higher", 6, MISS, 6],
  [{ kind: "faster_than", reference: v }, "higher", 6.001, HIT, 6],
  [between, "higher", 2, HIT],
  [between, "higher", 4, HIT],
  [between, "higher", 1.999, MISS],
  [between, "higher", 4.001, MISS],
  [betweenVarying, "higher", 3, HIT, 3],
  [betweenVarying, "higher", 3, MISS, 2.5],
  [betweenVarying, "higher", 3, UNDEFINED, INFINITY],
];

const describeCase = ([relation, better, x, hit, against]: Case) =>
  ({ kind: relation.kind, better, x, hit, against }) as const;

describe("a target's relation", () => {
  it.each(CASES.map((each) => ({ ...describeCase(each), each })))(
    "$kind ($better is better): $x against $against gives $hit",
    ({ each }) => {
      const { hit, target, value, margin } = evaluate(each);
      expect(hit).toBe(each[3]);
      expect(hitByLine(target, value, margin)).toBe(hit);
    },
  );

  it("is undefined where the quantity is not finite, whatever the relation", () => {
    for (const [relation, better] of CASES) {
      for (const x of [Number.NaN, INFINITY, -INFINITY]) {
        expect(evaluate([relation, better, x, UNDEFINED]).hit).toBe(UNDEFINED);
      }
    }
  });

  it("tells the line after tolerance, or the band, where they are the same in every draw", () => {
    const targetOf = (relation: Relation, better: Indicator["better"]) =>
      evaluate([relation, better, 1, 0]).target;
    expect(targetOf(about, "higher").threshold).toBe(7.5);
    expect(targetOf(about, "lower").threshold).toBe(8.5);
    expect(targetOf({ kind: "stable", tolerance: 0.25 }, "higher").threshold).toBe(4.75);
    expect(targetOf(between, "higher")).toMatchObject({ band: [2, 4], hitSide: "above" });
    expect(targetOf(aboutBothSides, "lower")).toMatchObject({ band: [7.5, 8.5], strict: false });
    expect(targetOf(inLine, "higher").band).toBeUndefined();
    expect(targetOf({ kind: "at_most", threshold: v }, "lower")).toMatchObject({
      hitSide: "below",
      strict: false,
    });
  });
});

describe("a stretch tier", () => {
  it.each([
    ["higher", 9, HIT],
    ["higher", 8.999, MISS],
    ["lower", 9, HIT],
    ["lower", 9.001, MISS],
    ["lower", Number.NaN, UNDEFINED],
  ] as const)("where %s is better: %d gives %d", (better, x, hit) => {
    const program = compile(definitionOf({ kind: "point", threshold: eight }, better));
    const [target] = program.targets;
    const values = evaluateProgram(program, { "drawn@2021": x });
    expect(values[target?.stretchHit ?? -1]).toBe(hit);
    expect(target?.stretchThreshold).toBe(9);
  });
});

describe("a target over several years", () => {
  const definition = buildDefinition({
    periods: [2021, 2022],
    inputs: { drawn: normal(0, 1) },
    indicators: {
      x: {
        equation: binary(name("drawn"), "*", number(2)),
        history: { 2018: 1, 2019: 10, 2020: 100 },
      },
    },
    targets: [
      {
        id: "sum",
        indicator: "x",
        cumulative: [2019, 2022],
        relation: { kind: "at_least", threshold: eight },
      },
      {
        id: "grown",
        indicator: "x",
        compounded: [2020, 2022],
        relation: { kind: "at_least", threshold: eight },
      },
      { id: "more", indicator: "x", cumulative: [2020, 2021], relation: { kind: "rising" } },
      { id: "early", indicator: "x", period: 2021, relation: { kind: "positive" } },
    ],
  });
  const program = compile(definition);
  const values = evaluateProgram(program, { "drawn@2021": 3, "drawn@2022": 4 });
  const target = (index: number) => program.targets[index]!;

  it("sums periods and history", () => {
    // 10 + 100 + 6 + 8
    const column = program.columns[target(0).value]!;
    expect(column.name).toBe("target:sum");
    expect(values[column.register]).toBe(124);
    expect(values[target(0).hit]).toBe(HIT);
  });

  it("compounds rates in percent", () => {
    // 100 · (2 · 1.06 · 1.08 − 1)
    const column = program.columns[target(1).value]!;
    expect(column.name).toBe("target:grown");
    expect(values[column.register]).toBeCloseTo(128.96, 12);
  });

  it("rises against the same years one year earlier", () => {
    // 100 + 6 against 10 + 100
    expect(target(2).threshold).toBe(110);
    expect(values[target(2).hit]).toBe(MISS);
  });

  it("leaves a target of an earlier period with that period's column", () => {
    expect(program.columns[target(3).value]?.name).toBe("x@2021");
  });
});
