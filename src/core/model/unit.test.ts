import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ANY_PERCENTAGE,
  describeUnit,
  divideUnits,
  isPercentage,
  multiplyUnits,
  PLAIN_NUMBER,
  parseUnit,
  raiseUnit,
  UNIT_MULTIPLIERS,
  UNIT_NOUNS,
  type Unit,
  unitLabel,
  unitsAgree,
} from "./unit.ts";

const part = fc
  .tuple(fc.constantFrom("", ...UNIT_MULTIPLIERS), fc.constantFrom(...UNIT_NOUNS))
  .map(([multiplier, noun]) => `${multiplier} ${noun}`.trim());
const amount = fc.oneof(
  part,
  fc.tuple(part, part).map(([above, below]) => `${above} per ${below}`),
);
const percentage = fc.constantFrom(
  ...["%", "% of GDP", "% yoy", "% yoy real", "% yoy nominal", "percentage points"],
);
const written = fc.oneof(fc.constant("1"), percentage, amount);
const unit = written.map((text) => parseUnit(text)!);
const product = fc
  .array(fc.tuple(unit, fc.integer({ min: -3, max: 3 })), { maxLength: 4 })
  .map((factors) =>
    factors.reduce(
      (all, [each, power]) => multiplyUnits(all, raiseUnit(each, power)!),
      PLAIN_NUMBER,
    ),
  );
const entries = (u: Unit): unknown => [...u].sort();

describe("parseUnit", () => {
  it("reads whatever multipliers, nouns and percentages make up, with any white space", () => {
    fc.assert(
      fc.property(written, (text) => {
        const read = parseUnit(text);
        expect(read).toBeDefined();
        expect(entries(parseUnit(` ${text.replaceAll(" ", "  ")} `)!)).toEqual(entries(read!));
      }),
    );
  });

  it.each([
    "",
    "2",
    "yaun",
    "100 yuan",
    "dozen yuan",
    "%yoy",
    "% yoy monthly",
    "yuan per",
    "per year",
    "yuan per mu per year",
    "% of ",
    "yuan % yoy",
  ])("refuses %j", (text) => {
    expect(parseUnit(text)).toBeUndefined();
  });

  it("takes singular nouns for the same unit", () => {
    expect(parseUnit("yuan per person")).toEqual(parseUnit("yuan per persons"));
    expect(parseUnit("10 thousand factory")).toEqual(parseUnit("10 thousand factories"));
  });

  it("keeps kinds of establishments, multipliers and persons apart", () => {
    const names = ["persons", "enterprises", "companies", "institutes", "factories", "projects"];
    const units = [...names, "thousand persons", "10 thousand persons"].map(
      (name) => parseUnit(name)!,
    );
    for (const [i, a] of units.entries()) {
      for (const [j, b] of units.entries()) expect(unitsAgree(a, b)).toBe(i === j);
    }
  });
});

describe("the algebra of units", () => {
  it("is that of an Abelian group", () => {
    fc.assert(
      fc.property(product, product, product, (a, b, c) => {
        expect(entries(multiplyUnits(a, b))).toEqual(entries(multiplyUnits(b, a)));
        expect(entries(multiplyUnits(multiplyUnits(a, b), c))).toEqual(
          entries(multiplyUnits(a, multiplyUnits(b, c))),
        );
        expect(entries(multiplyUnits(a, PLAIN_NUMBER))).toEqual(entries(a));
        expect(entries(divideUnits(a, a))).toEqual([]);
        expect(entries(multiplyUnits(divideUnits(a, b), b))).toEqual(entries(a));
      }),
    );
  });

  it("raises to powers as repeated products, and takes roots back", () => {
    fc.assert(
      fc.property(product, (a) => {
        const square = multiplyUnits(a, a);
        expect(entries(raiseUnit(a, 2)!)).toEqual(entries(square));
        expect(entries(raiseUnit(square, 0.5)!)).toEqual(entries(a));
        expect(entries(raiseUnit(a, 0)!)).toEqual([]);
      }),
    );
    expect(raiseUnit(parseUnit("yuan")!, 0.5)).toBeUndefined();
    expect(raiseUnit(PLAIN_NUMBER, 0.3)).toEqual(PLAIN_NUMBER);
  });

  it("never stores an exponent of 0", () => {
    fc.assert(
      fc.property(product, product, (a, b) => ![...multiplyUnits(a, b).values()].includes(0)),
    );
  });
});

describe("agreement of units", () => {
  it("is reflexive and symmetric, and kept by common factors", () => {
    fc.assert(
      fc.property(product, product, product, (a, b, c) => {
        expect(unitsAgree(a, a)).toBe(true);
        expect(unitsAgree(a, b)).toBe(unitsAgree(b, a));
        if (unitsAgree(a, b)) expect(unitsAgree(divideUnits(a, b), PLAIN_NUMBER)).toBe(true);
        const points = [a, b, c].some((each) => each.has("percentage points"));
        const same = unitsAgree(multiplyUnits(a, c), multiplyUnits(b, c));
        if (!points) expect(same).toBe(unitsAgree(a, b));
      }),
    );
  });

  it("lets percentage points fit shares and growth rates, which do not fit each other", () => {
    const [share, growth] = [parseUnit("% of GDP")!, parseUnit("% yoy real")!];
    expect(unitsAgree(share, growth)).toBe(false);
    for (const each of [share, growth, parseUnit("%")!, parseUnit("% yoy nominal")!]) {
      expect(isPercentage(each)).toBe(true);
      expect(unitsAgree(each, ANY_PERCENTAGE)).toBe(true);
      expect(unitsAgree(each, PLAIN_NUMBER)).toBe(false);
    }
    expect(unitsAgree(share, parseUnit("%")!)).toBe(true);
    expect(unitsAgree(growth, parseUnit("% yoy nominal")!)).toBe(true);
  });
});

describe("texts of units", () => {
  it("describes an amount so that it reads back as itself", () => {
    fc.assert(
      fc.property(written, (text) => {
        const read = parseUnit(text)!;
        expect(entries(parseUnit(describeUnit(read)) ?? new Map())).toEqual(entries(read));
      }),
    );
  });

  it.each([
    ["100 million yuan", "亿元", "100 mn yuan"],
    ["% yoy real", "%", "%"],
    ["% of GDP", "%", "%"],
    ["percentage points", "个百分点", "pp"],
    ["1", "", ""],
    ["10 thousand tce", "万吨标煤", "10,000 tce"],
    ["tce per 10 thousand yuan", "吨标煤/万元", "tce/10,000 yuan"],
    ["10 thousand yuan per person", "万元/人", "10,000 yuan/person"],
    ["persons per 100 million yuan", "人/亿元", "persons/100 mn yuan"],
    ["100 million US dollars", "亿美元", "100 mn US$"],
    ["microgram per cubic metre", "微克/立方米", "µg/m³"],
    ["furlongs", "furlongs", "furlongs"],
  ])("labels %s as %s and %s", (text, zh, en) => {
    expect(unitLabel(text, "zh")).toBe(zh);
    expect(unitLabel(text, "en")).toBe(en);
  });
});
