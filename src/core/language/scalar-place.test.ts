import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Document, isMap, isScalar, parseDocument, Scalar } from "yaml";
import { placeInScalar } from "./scalar-place.ts";

const STYLES = [
  Scalar.PLAIN,
  Scalar.QUOTE_DOUBLE,
  Scalar.QUOTE_SINGLE,
  Scalar.BLOCK_FOLDED,
  Scalar.BLOCK_LITERAL,
] as const;

const words = fc
  .array(
    fc.constantFrom(
      "a",
      "gdp_growth",
      "+",
      "*",
      "(1 - x)",
      "'quoted'",
      '"',
      "\\",
      "中文",
      "é",
      "1.5",
      "\n",
      "\t",
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((all) => all.join(" "));

describe("placeInScalar", () => {
  it("finds every visible character where it stands in the file, in every style of YAML", () => {
    fc.assert(
      fc.property(
        words,
        fc.constantFrom(...STYLES),
        fc.integer({ min: 20, max: 80 }),
        (text, style, lineWidth) => {
          const scalar = new Scalar(text);
          scalar.type = style;
          const source = new Document({ first: 1, equation: scalar, last: 2 }).toString({
            lineWidth,
          });
          const root = parseDocument(source).contents;
          const read = isMap(root) ? root.get("equation", true) : undefined;
          if (!isScalar(read)) throw new Error(source);
          const value = String(read.value);
          for (let i = 0; i < value.length; i++) {
            const character = value[i]!;
            if (/[\s\\"]/.test(character)) continue;
            expect(source[placeInScalar(read, value, i, source)]).toBe(character);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("gives the end of the text for the place behind it", () => {
    const source = 'a: "x + "\nb: 1';
    const root = parseDocument(source).contents;
    const read = isMap(root) ? root.get("a", true) : undefined;
    // Behind the last visible character.
    expect(isScalar(read) && placeInScalar(read, "x + ", 4, source)).toBe(7);
  });
});
