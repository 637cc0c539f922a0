import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PlantedMistake, plant } from "../../../test/support/planted-mistake.ts";
import { readHistoryTable } from "./read-history-table.ts";

const good = `indicator,year,value,unit,published,source,note
gdp_growth,2018,7.6,% yoy real,2019,https://example.org/a,
gdp_growth,2019,7.0,% yoy real,2020-01-20,"Yearbook 2020, table 1",first
gdp_growth,2019,7.1,% yoy real,2020-11,https://example.org/c,"revised, see ""note"""
gdp,2019,-5.37e3,100 million yuan,2020-01-20,Communiqué,
`;

const issuesOf = (text: string) =>
  readHistoryTable(text, "history.csv").issues.map(
    ({ line, column, code }) => `${line}:${column} ${code}`,
  );

describe("readHistoryTable", () => {
  it("reads every row", () => {
    const { observations, issues } = readHistoryTable(good, "history.csv");
    expect(issues).toEqual([]);
    expect(observations.map(({ value, published }) => [value, published])).toEqual([
      [7.6, "2019"],
      [7, "2020-01-20"],
      [7.1, "2020-11"],
      [-5370, "2020-01-20"],
    ]);
    expect(observations[2]).toEqual({
      indicator: "gdp_growth",
      year: 2019,
      value: 7.1,
      unit: "% yoy real",
      published: "2020-11",
      source: "https://example.org/c",
      note: 'revised, see "note"',
    });
  });

  it("takes columns in any order, and a place that only describes", () => {
    const text = "place,value,year,indicator,source,published,unit\nHere,1,2020,a,page,2021,1\n";
    expect(readHistoryTable(text, "h.csv").observations).toEqual([
      { indicator: "a", year: 2020, value: 1, unit: "1", published: "2021", source: "page" },
    ]);
  });

  const mistakes: readonly PlantedMistake[] = [
    { code: "wrong-cell", from: "gdp_growth,2018", to: "¦gdp growth,2018" },
    { code: "wrong-cell", from: "2018,7.6", to: "¦2016-2018,7.6" },
    { code: "wrong-cell", from: "7.0,", to: "¦about 7," },
    { code: "wrong-cell", from: "7.1,% yoy real", to: "7.1,¦% yoy very real" },
    { code: "wrong-cell", from: "2020-11,", to: "¦2020-13," },
    { code: "wrong-cell", from: "Communiqué", to: "¦" },
  ].map(({ code, from, to }) => ({ code, from, to }));

  it.each(mistakes)("reports $to", (mistake) => {
    const { text, expected } = plant(good, [mistake]);
    expect(issuesOf(text)).toEqual(expected);
  });

  it("reports them all at once", () => {
    const { text, expected } = plant(good, mistakes);
    expect(issuesOf(text)).toEqual(expected);
  });

  it.each([
    ["5:25 mixed-units", good.replace("gdp,2019", "gdp_growth,2017")],
    ["4:32 same-vintage", good.replace("2020-11", "2020-01-20")],
    ["1:1 missing-column", good.replace("published", "known")],
    ["1:44 unknown-column", good.replace("note", "remark")],
    ["5:1 wrong-row", good.replace("Communiqué,", "Communiqué")],
    ["3:43 csv-quote", good.replace('table 1"', "table 1")],
    ["1:1 missing-column", ""],
  ])("reports %s", (expected, text) => {
    expect(issuesOf(text)).toContain(expected);
  });

  it("refuses days that no calendar has", () => {
    const published = (date: string) => issuesOf(good.replace("2020-11", date)).length;
    expect(["2020-02-29", "2019-02-29", "2020-00", "2020-2", "20"].map(published)).toEqual([
      ...[0, 1, 1, 1, 1],
    ]);
  });

  it("never throws, and places every issue inside the file", () => {
    const noise = fc.constantFrom(",", '"', "\n", "\r", "x", "1", "indicator", "", "\u{1f600}");
    const at = fc.nat({ max: good.length });
    fc.assert(
      fc.property(fc.array(fc.tuple(at, at, noise), { maxLength: 6 }), (edits) => {
        const text = edits.reduce(
          (whole, [from, length, put]) =>
            whole.slice(0, from) + put + whole.slice(from + (length % 20)),
          good,
        );
        const lines = text.split(/\r\n|\n|\r/);
        for (const { line, column } of readHistoryTable(text, "h.csv").issues) {
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
        }
      }),
    );
  });
});
