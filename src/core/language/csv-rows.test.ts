import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "./csv-rows.ts";

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const texts = (text: string) => readCsv(text).rows.map((row) => row.map((cell) => cell.text));

describe("readCsv", () => {
  it("reads quotes, commas and lines inside cells, all line ends, and a byte order mark", () => {
    expect(texts('\ufeffa, b ,\r\n"x, ""y""\nz",,3\n\n"",\rlast')).toEqual([
      ["a", "b", ""],
      ['x, "y"\nz', "", "3"],
      ["", ""],
      ["last"],
    ]);
  });

  it("gives back any cells that were quoted", () => {
    const rows = fc.array(fc.array(fc.string({ unit: "grapheme" }), { minLength: 2 }));
    fc.assert(
      fc.property(rows, fc.constantFrom("\n", "\r\n", "\r"), (cells, end) => {
        expect(texts(cells.map((row) => row.map(quoted).join(",") + end).join(""))).toEqual(cells);
      }),
    );
  });

  it("says where each cell starts", () => {
    const text = 'aa,"b",c\n,dd';
    const offsets = readCsv(text).rows.map((row) => row.map(({ at }) => at));
    expect(offsets).toEqual([
      [0, 3, 7],
      [9, 10],
    ]);
  });

  it("stops at a quote that does not close, or closes before the cell ends", () => {
    expect(readCsv('a\nb,"c')).toMatchObject({ rows: [[{ text: "a" }]], brokenAt: 4 });
    expect(readCsv('a,"b"c')).toEqual({ rows: [], brokenAt: 2 });
  });
});
