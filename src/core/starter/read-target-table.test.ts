import { describe, expect, it } from "vitest";
import { readTargetTable } from "./read-target-table.ts";

const HEADER = "id,label,wording,relation,value,unit";

const found = (text: string): readonly string[] => {
  const outcome = readTargetTable(text, "targets.csv", 2021);
  return outcome.ok
    ? []
    : outcome.issues.map(({ line, column, code }) => `${line}:${column} ${code}`);
};

const targets = (text: string) => {
  const outcome = readTargetTable(text, "targets.csv", 2021);
  return outcome.ok ? outcome.value.targets : outcome.issues;
};

describe("readTargetTable", () => {
  it("reads columns in any order, by English and Chinese names, with a byte order mark", () => {
    const english = `${HEADER},commitment\ngdp,总产值,增长8%,about,8.0,% yoy real,binding\n`;
    const chinese =
      "\ufeff关系,标识,名称,原文,单位,目标值,性质\r\nabout,gdp,总产值,增长8%,% yoy real,8.0,约束性\r\n";
    const expected = {
      id: "gdp",
      label: { zh: "总产值", en: "总产值" },
      wording: { zh: "增长8%", en: "增长8%" },
      relation: "about",
      // As written: its last digit says how exact it is.
      value: "8.0",
      unit: "% yoy real",
      commitment: "binding",
    };
    expect(targets(english)).toEqual([expected]);
    expect(targets(chinese)).toEqual([expected]);
  });

  it("says which columns it leaves out", () => {
    const outcome = readTargetTable(
      `annex_no,${HEADER}\n1,a,甲,甲,at_least,1,%\n`,
      "targets.csv",
      2021,
    );
    expect(outcome.ok && outcome.value.ignored).toEqual(["annex_no"]);
  });

  it.each([
    ["a missing column", "id,label,wording,relation,value\n", ["1:1 missing-column"]],
    ["a column twice", `${HEADER},label_zh\na,甲,甲,at_least,1,%,乙\n`, ["1:38 unknown-column"]],
    ["a short row", `${HEADER}\na,甲,甲\n`, ["2:1 wrong-row"]],
    ["no row", `${HEADER}\n`, ["1:1 no-target"]],
    ["a quote that is left open", `${HEADER}\na,"甲,甲,at_least,1,%\n`, ["2:3 csv-quote"]],
    ["another encoding", `${HEADER}\na,\ufffd\ufffd,甲,at_least,1,%\n`, ["2:3 wrong-encoding"]],
    ["a name that equations cannot use", `${HEADER}\n8a,甲,甲,at_least,1,%\n`, ["2:1 wrong-cell"]],
    ["a word of equations", `${HEADER}\nmax,甲,甲,at_least,1,%\n`, ["2:1 wrong-cell"]],
    ["an unknown relation", `${HEADER}\na,甲,甲,at_leest,1,%\n`, ["2:7 wrong-cell"]],
    ["an unknown unit", `${HEADER}\na,甲,甲,at_least,1,percents\n`, ["2:18 unknown-unit"]],
    ["a value in words", `${HEADER}\na,甲,甲,about,8左右,%\n`, ["2:13 wrong-cell"]],
    ["a value that is missing", `${HEADER}\na,甲,甲,at_least,,%\n`, ["2:16 empty-cell"]],
    ["a value too many", `${HEADER}\na,甲,甲,stable,8,%\n`, ["2:14 misplaced-cell"]],
    ["a name twice", `${HEADER}\na,甲,甲,above,1,%\na,乙,乙,above,1,%\n`, ["3:1 duplicate-name"]],
    [
      "a name that a placeholder takes",
      `${HEADER}\na,甲,甲,above,1,%\na_assumed,乙,乙,above,1,%\n`,
      ["3:1 duplicate-name"],
    ],
    [
      "a stretch that is no stretch",
      `${HEADER},stretch\na,甲,甲,at_most,3,%,4\n`,
      ["2:19 stretch-not-beyond"],
    ],
    ["a year before the plan", `${HEADER},period\na,甲,甲,above,3,%,2019\n`, ["2:17 wrong-cell"]],
    [
      "a reference in another unit",
      `${HEADER},reference\na,甲,甲,faster_than,,%,b\nb,乙,乙,above,1,persons\n`,
      ["2:22 wrong-cell", "3:1 wrong-row"],
    ],
    [
      "an unknown reference",
      `${HEADER},reference\na,甲,甲,faster_than,,%,c\nb,乙,乙,above,1,%,\n`,
      ["2:22 wrong-cell"],
    ],
  ])("reports %s", (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("reports every mistake at once", () => {
    const text = `${HEADER}\n8a,,甲,at_leest,x,percents\nb,乙,乙,above,,%\n`;
    expect(found(text)).toEqual([
      "2:1 wrong-cell",
      "2:4 empty-cell",
      "2:7 wrong-cell",
      "2:16 wrong-cell",
      "2:18 unknown-unit",
      "3:13 empty-cell",
    ]);
  });
});
