import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvText } from "./csv.ts";

/** A reader of RFC 4180, written for this test. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let k = 0; k < text.length; k++) {
    const c = text[k];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[k + 1] === '"') {
        cell += '"';
        k++;
      } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ",") {
      row.push(cell);
      cell = "";
    } else if (c === "\r" && text[k + 1] === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
      k++;
    } else cell += c;
  }
  return rows;
}

const text = fc.string({
  unit: fc.constantFrom("a", '"', ",", "\r", "\n", " ", "=", "-", "+", "@", "计", "'", "\t"),
  maxLength: 12,
});
const number = fc.double({ noDefaultInfinity: true, noNaN: true });
const rows = fc.array(fc.array(fc.oneof(text, number), { minLength: 1, maxLength: 5 }));

describe("csvText", () => {
  it("begins with a byte order mark", () => {
    expect(csvText([["计划"]])).toBe("\ufeff计划\r\n");
  });

  it("reads back as it was written, but for the apostrophe of formulas", () => {
    fc.assert(
      fc.property(rows, (written) => {
        const expected = written.map((row) =>
          row.map((cell) => {
            if (typeof cell === "number") return String(cell);
            return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
          }),
        );
        expect(parseCsv(csvText(written).slice(1))).toEqual(expected);
      }),
    );
  });

  it("leaves no text that a spreadsheet would run", () => {
    fc.assert(
      fc.property(text, (cell) => {
        const [[read] = []] = parseCsv(csvText([[cell]]).slice(1));
        expect(read).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  it("keeps negative numbers numbers, and leaves missing ones empty", () => {
    expect(csvText([[-1.5, Number.NaN, undefined, "−2"]])).toBe("\ufeff-1.5,,,−2\r\n");
  });
});
