import { describe, expect, it } from "vitest";
import { describeUnit, parseUnit } from "../model/unit.ts";
import { parseExpression } from "./read-expression.ts";
import { checkUnits } from "./unit-check.ts";

const UNITS: ReadonlyMap<string, string> = new Map([
  ["yi", "100 million yuan"],
  ["wan", "10 thousand yuan"],
  ["wan_per_yi", "10 thousand yuan per 100 million yuan"],
  ["people", "10 thousand persons"],
  ["growth", "% yoy real"],
  ["inflation", "% yoy nominal"],
  ["share", "% of GDP"],
  ["points", "percentage points"],
  ["elasticity", "1"],
  ["event", "1"],
  ["area", "square metre"],
]);

function unitOf(text: string) {
  const reading = parseExpression(text);
  if (!reading.ok) throw new Error(text);
  return checkUnits(reading.expression, reading.offsets, (name) =>
    parseUnit(UNITS.get(name) ?? ""),
  );
}

const described = (text: string): string => {
  const { unit, problems } = unitOf(text);
  if (problems.length > 0) return problems.map(({ offset }) => `wrong at ${offset}`).join(", ");
  return unit === undefined || unit === "literal" ? String(unit) : describeUnit(unit);
};

describe("units of expressions", () => {
  it.each([
    // numbers take their partner's unit in sums, and are plain in products
    ["8", "literal"],
    ["2 * 3 + 4 ^ 2", "literal"],
    ["8 + growth", "% yoy"],
    ["growth - (1 + 2) * 3", "% yoy"],
    ["2 * yi", "100 million yuan"],
    ["max(growth, 0, 1 + 1)", "% yoy"],
    ["event ? growth : 0", "% yoy"],
    ["growth > 8", "1"],
    // products
    ["elasticity * growth", "% yoy"],
    ["fraction(share) * growth", "% yoy"],
    ["yi * (1 + fraction(growth))", "100 million yuan"],
    ["yi * wan_per_yi", "10 thousand yuan"],
    ["yi / people", "100 million yuan per 10 thousand persons"],
    ["yi / people * people", "100 million yuan"],
    ["growth / growth", "1"],
    ["percent(yi / (yi + 1) - 1)", "percentage points"],
    ["1 / area", "1 per square metre"],
    // percentages
    ["growth + inflation", "% yoy"],
    ["growth + points", "% yoy"],
    ["points + share", "%"],
    ["growth + percent(fraction(share))", "% yoy"],
    // powers and roots
    ["area ^ 2", "square metre^2"],
    ["sqrt(area * area)", "square metre"],
    ["(area * area) ^ (1 / 2)", "square metre"],
    ["(yi / wan) ^ 0", "1"],
    ["elasticity ^ fraction(growth)", "1"],
    ["(yi / (yi + 1)) ^ 0.37", "1"],
    ["exp(log(elasticity)) + 1", "1"],
    // conditions
    ["event and growth > 3 ? yi : 2 * yi", "100 million yuan"],
    ["not event", "1"],
    ["clamp(growth, 0, points)", "% yoy"],
    ["abs(-growth)", "% yoy"],
    ["round(people)", "10 thousand persons"],
    // unknown names hide nothing else
    ["mystery + growth", "undefined"],
    ["mystery * (growth + yi)", "wrong at 18"],
    // mistakes, at the operator or function
    ["yi + wan", "wrong at 3"],
    ["growth + yi", "wrong at 7"],
    ["growth + share", "wrong at 7"],
    ["growth + elasticity", "wrong at 7"],
    ["1 + growth * elasticity - fraction(growth)", "wrong at 24"],
    ["yi < wan", "wrong at 3"],
    ["event ? yi : wan", "wrong at 6"],
    ["growth ? 1 : 2", "wrong at 7"],
    ["max(yi, wan)", "wrong at 0"],
    ["clamp(growth, 0, yi)", "wrong at 0"],
    ["fraction(elasticity)", "wrong at 0"],
    ["percent(growth)", "wrong at 0"],
    ["exp(growth)", "wrong at 0"],
    ["log(yi)", "wrong at 0"],
    ["sqrt(area)", "wrong at 0"],
    ["2 ^ growth", "wrong at 2"],
    ["yi ^ elasticity", "wrong at 3"],
    ["yi ^ 0.5", "wrong at 3"],
    ["growth and event", "wrong at 7"],
    ["not growth", "wrong at 0"],
    ["(yi + wan) * (growth + share)", "wrong at 4, wrong at 21"],
  ])("%s: %s", (text, expected) => {
    expect(described(text)).toBe(expected);
  });
});
