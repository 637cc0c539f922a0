import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  binary,
  call,
  conditional,
  dated,
  name,
  number,
  unary,
} from "../../../test/support/build-definition.ts";
import { type BinaryOperator, type Expression, FUNCTION_ARITY } from "../model/expression.ts";
import { FUNCTION_NAMES, parseExpression } from "./read-expression.ts";

/** How tightly operators bind, as models/README.md says: `? :`, or, and, comparisons, + −, × ÷, −, ^. */
const LEVELS: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  "==": 3,
  "!=": 3,
  "<": 3,
  "<=": 3,
  ">": 3,
  ">=": 3,
  "+": 4,
  "-": 4,
  "*": 5,
  "/": 5,
  "^": 7,
};

const UNARY = 6;

/** Prints with as few parentheses as the levels allow. */
function print(expression: Expression, least = 0): string {
  const [text, level] = printed(expression);
  return level < least ? `(${text})` : text;
}

function printed(expression: Expression): readonly [string, number] {
  switch (expression.kind) {
    case "number":
      return [String(expression.value), 9];
    case "name":
      return [expression.lag === 0 ? expression.name : `${expression.name}[t-1]`, 9];
    case "dated":
      return [`${expression.name}[${expression.year}]`, 9];
    case "unary":
      return expression.operator === "-"
        ? [`-${print(expression.operand, UNARY)}`, UNARY]
        : // What follows `not` ends at the first operator, and must not be compared or calculated with.
          [`not ${print(expression.operand, 9)}`, 2.5];
    case "binary":
      return [printBinary(expression), LEVELS[expression.operator]];
    case "call":
      return [`${expression.fn}(${expression.args.map((each) => print(each)).join(", ")})`, 9];
    case "conditional":
      return [
        `${print(expression.test, 1)} ? ${print(expression.then, 1)} : ${print(expression.otherwise)}`,
        0,
      ];
  }
}

function printBinary({ operator, left, right }: Expression & { readonly kind: "binary" }): string {
  const level = LEVELS[operator];
  if (operator === "^") return `${print(left, 8)} ^ ${print(right, UNARY)}`;
  // Comparisons are not chained; the others take further terms of their level on the left.
  const leftLeast = level === 3 ? 4 : level;
  return `${print(left, leftLeast)} ${operator} ${print(right, level + 0.5)}`;
}

/** What marks a part's place. */
function signOf(part: Expression): string {
  switch (part.kind) {
    case "number":
      return String(part.value);
    case "name":
    case "dated":
      return part.name;
    case "call":
      return part.fn;
    case "conditional":
      return "?";
    default:
      return part.operator;
  }
}

const leaf = fc.oneof(
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map(number),
  fc.integer({ min: 0, max: 100 }).map(number),
  fc
    .tuple(fc.constantFrom("a", "gdp_growth", "x1", "e", "i", "constructor"), fc.constantFrom(0, 1))
    .map(([id, lag]) => name(id, lag)),
  fc
    .tuple(fc.constantFrom("a", "gdp_growth"), fc.integer({ min: 1000, max: 9999 }))
    .map(([id, year]) => dated(id, year)),
);

const { expression } = fc.letrec<{ expression: Expression }>((tie) => {
  const part = tie("expression");
  const operators = Object.keys(LEVELS) as BinaryOperator[];
  return {
    expression: fc.oneof(
      { maxDepth: 5, depthSize: "medium" },
      leaf,
      fc
        .tuple(part, fc.constantFrom(...operators), part)
        .map(([a, operator, b]) => binary(a, operator, b)),
      fc.tuple(fc.constantFrom("-", "not"), part).map(([operator, of]) => unary(operator, of)),
      fc
        .tuple(fc.constantFrom(...FUNCTION_NAMES), part, part, part)
        .map(([fn, ...args]) => call(fn, ...args.slice(0, FUNCTION_ARITY[fn]))),
      fc.tuple(part, part, part).map(([test, yes, no]) => conditional(test, yes, no)),
    ),
  };
});

const parsed = (text: string): Expression | undefined => {
  const reading = parseExpression(text);
  return reading.ok ? reading.expression : undefined;
};

describe("parseExpression", () => {
  it("reads back what is printed with as few parentheses as possible", () => {
    fc.assert(
      fc.property(expression, (each) => {
        expect(parsed(print(each))).toEqual(each);
      }),
      { numRuns: 500 },
    );
  });

  it("knows the offset of every part, however it is written", () => {
    fc.assert(
      fc.property(expression, (each) => {
        const text = print(each);
        const reading = parseExpression(text);
        if (!reading.ok) throw new Error(text);
        for (const [part, offset] of reading.offsets) {
          expect(text.slice(offset).startsWith(signOf(part))).toBe(true);
        }
      }),
    );
  });

  it("nests max and min of many arguments", () => {
    expect(parsed("max(a, b, c, d)")).toEqual(
      call("max", call("max", call("max", name("a"), name("b")), name("c")), name("d")),
    );
  });

  it.each([
    ["-a ^ 2", unary("-", binary(name("a"), "^", number(2)))],
    ["2 ^ -a", binary(number(2), "^", unary("-", name("a")))],
    ["a ^ b ^ c", binary(name("a"), "^", binary(name("b"), "^", name("c")))],
    ["a - b - c", binary(binary(name("a"), "-", name("b")), "-", name("c"))],
    ["a / b * c", binary(binary(name("a"), "/", name("b")), "*", name("c"))],
    ["a or b and c", binary(name("a"), "or", binary(name("b"), "and", name("c")))],
    ["+a", name("a")],
    ["a\n  + b", binary(name("a"), "+", name("b"))],
    ["1.50", number(1.5)],
    ["2e3", number(2000)],
  ])("reads %j", (text, expected) => {
    expect(parsed(text)).toEqual(expected);
  });

  it.each([
    ["", 0, "empty-text"],
    ["  ", 0, "empty-text"],
    ["a +", 3, "expression-syntax"],
    ["(a", 2, "expression-syntax"],
    ["a )", 2, "expression-syntax"],
    ["max(a,, b)", 6, "expression-syntax"],
    ["1 000", 2, "expression-syntax"],
    ["2 a", 2, "implicit-product"],
    ["(a)(b)", 3, "implicit-product"],
    ["a < b < c", 6, "chained-comparison"],
    ["a < b == c", 6, "chained-comparison"],
    ["not a == b", 0, "unclear-not"],
    ["a[t-2]", 0, "wrong-lag"],
    ["a[t]", 0, "wrong-lag"],
    ["a[1]", 0, "wrong-lag"],
    ["a[20210]", 0, "wrong-lag"],
    ["a[2020.5]", 0, "wrong-lag"],
    ["a[2020, 2021]", 0, "wrong-lag"],
    ["a[-2020]", 0, "wrong-lag"],
    ["(a + b)[2020]", 0, "wrong-lag"],
    ["b + a[t-1, 2]", 4, "wrong-lag"],
    ["[a, b]", 0, "not-in-expressions"],
    ["a:b", 1, "not-in-expressions"],
    ["a = 3", 2, "not-in-expressions"],
    ["f(x) = x", 5, "not-in-expressions"],
    ["a; b", 1, "not-in-expressions"],
    ["a % b", 2, "not-in-expressions"],
    ["5%", 1, "not-in-expressions"],
    ["a!", 1, "not-in-expressions"],
    ["a'", 1, "not-in-expressions"],
    ["'text'", 0, "not-in-expressions"],
    ['"text', 0, "not-in-expressions"],
    ["a.b", 1, "not-in-expressions"],
    ["a .* b", 2, "not-in-expressions"],
    ["{a: 1}", 0, "not-in-expressions"],
    ["a # b", 2, "not-in-expressions"],
    ["a && b", 2, "not-in-expressions"],
    ["a | b", 2, "not-in-expressions"],
    ["a xor b", 2, "not-in-expressions"],
    ["a mod b", 2, "not-in-expressions"],
    ["2 cm to m", 5, "not-in-expressions"],
    ["true", 0, "not-in-expressions"],
    ["NaN", 0, "not-in-expressions"],
    ["1e400", 0, "not-in-expressions"],
    ["外需", 0, "not-in-expressions"],
    ["max（a，b）", 3, "not-in-expressions"],
    ["a ? b", 5, "expression-syntax"],
    ["sin(a)", 0, "unknown-function"],
    ["import(a)", 0, "unknown-function"],
    ["constructor(a)", 0, "unknown-function"],
    ["max(a)", 0, "wrong-arguments"],
    ["clamp(a, 1)", 0, "wrong-arguments"],
    ["exp()", 0, "wrong-arguments"],
    ["max + 1", 0, "not-a-quantity"],
    ["t + 1", 0, "not-a-quantity"],
    ["a / Infinity", 4, "not-a-quantity"],
  ])("refuses %j at %i as %s", (text, offset, code) => {
    const reading = parseExpression(text);
    const [first] = reading.ok ? [] : reading.problems;
    expect([first?.offset, first?.code]).toEqual([offset, code]);
    expect(first?.message.zh).toMatch(/\p{Script=Han}/u);
    expect(first?.remedy.zh).toMatch(/\p{Script=Han}/u);
  });

  it("never throws", { timeout: 30_000 }, () => {
    const pieces = [
      "a",
      "1",
      "+",
      "-",
      "*",
      "(",
      ")",
      "[",
      "]",
      "t-1",
      "?",
      ":",
      "<",
      "==",
      "not",
      "and",
      ",",
      "max",
      ".",
      "'",
      " ",
      "=",
      "%",
      "!",
      ";",
      "\n",
      "中",
      "{",
      "e",
      "^",
      "\\",
    ];
    const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((all) => all.join(""));
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: "binary" })), (text) => {
        const reading = parseExpression(text);
        if (reading.ok) return;
        expect(reading.problems.length).toBeGreaterThan(0);
        for (const { offset } of reading.problems) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 300 },
    );
    const deep = [
      "(".repeat(9_999),
      `${"-".repeat(9_999)}a`,
      `${"a+".repeat(4_999)}a`,
      "a".repeat(10_001),
    ];
    for (const text of deep) expect(parseExpression(text).ok).toBe(false);
  });
});
