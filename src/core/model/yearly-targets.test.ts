import { describe, expect, it } from "vitest";
import {
  buildDefinition,
  dated,
  name,
  normal,
  type Sketch,
  threshold,
} from "../../../test/support/build-definition.ts";
import { compile } from "./compile.ts";
import { withYearlyTargets } from "./yearly-targets.ts";

type SketchTarget = NonNullable<Sketch["targets"]>[number];

/** Ids of the targets that come of one, for a model of 2021–2023 with a past from 2019 on. */
function asked(target: Omit<SketchTarget, "indicator">) {
  const definition = buildDefinition({
    periods: [2021, 2022, 2023],
    inputs: { drawn: normal(0, 1) },
    parameters: { share: normal(1, 1) },
    indicators: {
      x: { equation: name("drawn"), history: { 2020: 5 } },
      other: { equation: name("drawn") },
    },
    targets: [{ ...target, indicator: "x", id: "t" }],
  });
  const yearly = withYearlyTargets(definition);
  // Whatever is asked can be compiled.
  compile(yearly);
  return yearly.targets;
}

const ids = (target: Omit<SketchTarget, "indicator">) => asked(target).map(({ id }) => id);
const line = (value: number) => ({ kind: "at_least", threshold: threshold(value) }) as const;

describe("withYearlyTargets", () => {
  it("asks a target of one year of every period, without its second tier", () => {
    const targets = asked({ period: 2022, relation: line(1), stretch: threshold(2) });
    expect(targets.map(({ id }) => id)).toEqual(["t@2021", "t@2022", "t@2023"]);
    expect(targets.map(({ period }) => period)).toEqual([2021, 2022, 2023]);
    expect(targets.some(({ stretch }) => stretch !== undefined)).toBe(false);
  });

  it("judges a target over several years by what has come about by each of them", () => {
    const targets = asked({ cumulative: [2020, 2022], period: 2022, relation: line(1) });
    expect(targets.map(({ id, cumulative }) => [id, cumulative])).toEqual([
      ["t@2021", [2020, 2021]],
      ["t@2022", [2020, 2022]],
    ]);
    const grown = asked({ compounded: [2022, 2023], period: 2023, relation: line(1) });
    expect(grown.map(({ id, compounded }) => [id, compounded])).toEqual([
      ["t@2022", [2022, 2022]],
      ["t@2023", [2022, 2023]],
    ]);
  });

  it("leaves out years that a moving line of several years does not belong to", () => {
    const relation = { kind: "at_least", threshold: threshold(name("other")) } as const;
    expect(ids({ cumulative: [2021, 2023], period: 2023, relation })).toEqual(["t@2023"]);
    for (const still of [dated("x", 2020), name("share")]) {
      const fixed = { kind: "at_least", threshold: threshold(still) } as const;
      expect(ids({ cumulative: [2021, 2023], period: 2023, relation: fixed })).toHaveLength(3);
    }
  });

  it("leaves out years in which something compared is missing or lies ahead", () => {
    // `other` has no past, x has one year of it.
    const reference = (expression: ReturnType<typeof name>) =>
      ({ kind: "faster_than", reference: threshold(expression) }) as const;
    expect(ids({ relation: reference(name("other", 1)) })).toEqual(["t@2022", "t@2023"]);
    expect(ids({ relation: reference(name("x", 1)) })).toHaveLength(3);
    expect(ids({ relation: reference(dated("x", 2022)) })).toEqual(["t@2022", "t@2023"]);
    expect(ids({ relation: { kind: "rising" } })).toHaveLength(3);
  });
});
