import { describe, expect, it } from "vitest";
import {
  binary,
  buildDefinition,
  name,
  number,
  threshold,
  unary,
} from "../../../test/support/build-definition.ts";
import type { Relation, Threshold } from "../../core/model/definition.ts";
import { readingOf } from "./reading.ts";

const percent = (relation: Relation, better: "higher" | "lower", stretch?: Threshold) => {
  const built = buildDefinition({
    indicators: { growth: { equation: number(0), better }, gdp: { equation: number(0) } },
    targets: [{ indicator: "growth", relation, ...(stretch && { stretch }) }],
  });
  const definition = {
    ...built,
    indicators: built.indicators.map((indicator) => ({ ...indicator, unit: "% yoy" })),
  };
  const target = definition.targets[0];
  if (target === undefined) throw new Error("One target was built.");
  // A blank that does not break is a blank all the same.
  const plain = (text: string | undefined) => text?.replaceAll("\u00a0", " ");
  return (language: "zh" | "en") => {
    const { short, full, stretch } = readingOf(target, definition, language);
    return { short: plain(short), full: plain(full), stretch: plain(stretch) };
  };
};

describe("readingOf", () => {
  it.each<[Relation, "higher" | "lower", string]>([
    [{ kind: "at_least", threshold: threshold(8) }, "higher", "≥ 8%"],
    [{ kind: "below", threshold: threshold(0.015) }, "lower", "< 0.015%"],
    [{ kind: "point", threshold: threshold(unary("-", number(3))) }, "lower", "≤ −3%"],
    [{ kind: "point", threshold: threshold(8) }, "higher", "≥ 8%"],
    [{ kind: "rising" }, "higher", "> 上年"],
    [{ kind: "positive" }, "higher", "> 0%"],
    [{ kind: "stable", tolerance: 0.02 }, "higher", "≥ 上年 − 0.02个百分点"],
    [{ kind: "faster_than", reference: threshold(name("gdp")) }, "higher", "> gdp"],
    [
      { kind: "in_step_with", reference: threshold(name("gdp")), tolerance: 0.5 },
      "higher",
      "≥ gdp − 0.5个百分点",
    ],
    [
      { kind: "in_line_with", reference: threshold(name("gdp")), tolerance: 0.2 },
      "higher",
      "gdp ± 0.2个百分点",
    ],
    [
      { kind: "at_most", threshold: threshold(binary(name("gdp"), "+", number(1))) },
      "lower",
      "≤ gdp + 1",
    ],
  ])("writes %j with %s values better as %s", (relation, better, short) => {
    expect(percent(relation, better)("zh").short).toBe(short);
  });

  it("says how “about” is read, with the limit that follows", () => {
    const about = (value: number, tolerance: number, twoSided = false): Relation => ({
      kind: "about",
      threshold: threshold(value),
      tolerance,
      twoSided,
    });
    const higher = percent(about(8, 0.5), "higher");
    expect(higher("zh").short).toBe("≥ 7.5%");
    expect(higher("zh").full).toContain("容差0.5个百分点");
    expect(higher("en").full).toContain("at least 7.5%");
    // 1.2 − 0.05 is 1.1500000000000001 − … in floating point; two decimals are all there is.
    expect(percent(about(1.2, 0.05), "higher")("en").short).toBe("≥ 1.15%");
    expect(percent(about(3, 0.5), "lower")("en").short).toBe("≤ 3.5%");
    expect(percent(about(3, 0.5, true), "lower")("zh").short).toBe("3% ± 0.5个百分点");
  });

  it("gives the second tier in the good direction", () => {
    const relation: Relation = { kind: "at_least", threshold: threshold(28) };
    expect(percent(relation, "higher", threshold(30))("zh").stretch).toBe("≥ 30%");
    expect(percent(relation, "higher")("zh").stretch).toBeUndefined();
  });
});
