import { describe, expect, it } from "vitest";
import { bellShaped, type SampleTarget, sampleResult } from "../../test/support/sample-result.ts";
import { histogramSpec } from "../charts/histogram-spec.ts";
import { chartCsv } from "./chart-csv.ts";
import { scoreboardCsv } from "./scoreboard-csv.ts";

const values = bellShaped(2_003, 5, 1);
const targets: readonly SampleTarget[] = [
  { id: "up", unit: "%", values, event: { threshold: 5, hitSide: "above", strict: false } },
  { id: "down", unit: "%", values, event: { threshold: 4, hitSide: "below", strict: true } },
  { id: "band", unit: "%", values, event: { band: [4, 6], hitSide: "above", strict: false } },
  { id: "free", unit: "%", values, isMargin: true, event: { hitSide: "above", strict: false } },
];
const result = sampleResult(targets);

/** None of the sample's cells is quoted, so that a split reads them. */
function records(csv: string): Record<string, string | undefined>[] {
  const [head = [], ...rows] = csv
    .slice(1)
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
  return rows.map((row) => Object.fromEntries(head.map((name, k) => [name, row[k]])));
}

describe("scoreboardCsv", () => {
  const rows = records(scoreboardCsv(result, "en"));

  it("has a row per target with its probability in full", () => {
    expect(rows.map((row) => row["id"])).toEqual(["up", "down", "band", "free"]);
    const hits = values.filter((x) => x >= 5).length;
    expect(Number(rows[0]?.["probability"])).toBe(hits / 2_003);
  });

  it("says between which lines a target is hit", () => {
    const lines = rows.map((row) => [row["hit from"], row["hit up to"]]);
    expect(lines).toEqual([
      ["5", ""],
      ["", "4"],
      ["4", "6"],
      ["", ""],
    ]);
  });

  it("adds what was observed afterwards, where there is any", () => {
    const row = { unit: "%", published: "2022", source: "made up", year: 2021 };
    const later = [
      { ...row, indicator: "up", value: 6 },
      { ...row, indicator: "free", value: 4 },
    ];
    const actual = (csv: string) =>
      records(csv).map((r) => [r["actual (known afterwards)"], r["actual hit or missed"]]);
    expect(actual(scoreboardCsv(result, "en", later))).toEqual([
      ["6", "hit"],
      ["", ""],
      ["", ""],
      ["4", ""],
    ]);
    expect(scoreboardCsv(result, "en")).not.toContain("afterwards");
  });

  it("names the run in every row", () => {
    for (const row of rows) {
      expect(row).toMatchObject({
        plan: "Sample City plan 2021",
        scenario: "Baseline",
        draws: "2003",
        seed: "1",
        "model hash": "0123456789abcdef",
        "Planodds version": "0.0.0",
      });
    }
  });

  it("has Chinese headings in Chinese", () => {
    expect(Object.keys(records(scoreboardCsv(result, "zh"))[0] ?? {})).toContain("达标概率");
  });
});

describe("chartCsv", () => {
  it("has the chart's table first and what it came from below", () => {
    const spec = histogramSpec(result, "up", "en");
    const lines = chartCsv(spec).slice(1).split("\r\n");
    expect(lines[0]).toBe(spec.table.columns.map(({ label }) => label).join(","));
    expect(lines).toContain(spec.provenance);
    expect(lines.length).toBe(spec.table.rows.length + 6);
  });
});
