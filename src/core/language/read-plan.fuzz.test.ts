import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentedExample } from "../../../test/support/documented-example.ts";
import { readPlan } from "./read-plan.ts";

const good = documentedExample("planodds");
const lines = good.split("\n");
const PIECES = [
  "{",
  "}",
  "[",
  "]",
  ": ",
  "- ",
  '"',
  "'",
  "#",
  "&a ",
  "*a",
  "|",
  ">",
  "%",
  "@",
  "\t",
  "!!binary ",
  "? ",
  "---\n",
  "\u0000",
  "\ufeff",
  "中",
  "1",
  "null",
  "~",
  "<<: ",
  "__proto__: ",
];

type Edit = (text: readonly string[]) => readonly string[];

const at = fc.nat(lines.length - 1);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  at.map(
    (i): Edit =>
      (text) =>
        text.toSpliced(i, 1),
  ),
  at.map(
    (i): Edit =>
      (text) =>
        text.toSpliced(i, 0, text[i] ?? ""),
  ),
  fc.tuple(at, at).map(
    ([i, j]): Edit =>
      (text) =>
        text.toSpliced(i, 1, text[j] ?? ""),
  ),
  fc.tuple(at, fc.nat(8)).map(
    ([i, n]): Edit =>
      (text) =>
        text.toSpliced(i, 1, " ".repeat(n) + (text[i] ?? "").trimStart()),
  ),
  fc.tuple(at, fc.nat(60), fc.constantFrom(...PIECES)).map(
    ([i, column, piece]): Edit =>
      (text) => {
        const line = text[i] ?? "";
        return text.toSpliced(i, 1, line.slice(0, column) + piece + line.slice(column));
      },
  ),
  at.map(
    (i): Edit =>
      (text) =>
        text.slice(0, i),
  ),
);

/** Whatever the text is: a definition, or issues inside the text, in order and in both languages. */
function expectOutcome(text: string): void {
  const outcome = readPlan(text, "plan.yaml");
  if (outcome.ok) return;
  const length = text.split("\n").length;
  expect(outcome.issues.length).toBeGreaterThan(0);
  for (const { line, column, message, remedy, file, code } of outcome.issues) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect([file, code === ""]).toEqual(["plan.yaml", false]);
    for (const each of [message.zh, message.en, remedy.zh, remedy.en]) expect(each).not.toBe("");
  }
  const places = outcome.issues.map(({ line, column }) => line * 1e6 + column);
  expect(places).toEqual([...places].sort((a, b) => a - b));
}

describe("readPlan", () => {
  it("never throws on garbled files", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        expectOutcome(
          edits.reduce((text, each) => each(text), lines as readonly string[]).join("\n"),
        );
      }),
      { numRuns: 150 },
    );
  });

  it("never throws on text of any kind", { timeout: 60_000 }, () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), expectOutcome));
    for (const text of [
      "",
      "null",
      "[]",
      "1",
      "a: b",
      "{",
      "--- a\n--- b",
      "%YAML 1.1\n---\na: yes",
      "a: &x [*x]",
      "&a [*a]",
      "? {a: 1}\n: 2",
    ]) {
      expectOutcome(text);
    }
    for (const piece of ["[", "{a: ", "- ", "? ", "a: b: "]) expectOutcome(piece.repeat(3000));
  });

  it("refuses anchors that would grow when written out, without writing them out", () => {
    const levels = Array.from({ length: 30 }, (_, i) => `l${i + 1}: &l${i + 1} [*l${i}, *l${i}]`);
    const outcome = readPlan(["l0: &l0 [x]", ...levels].join("\n"), "plan.yaml");
    expect(outcome.ok ? [] : outcome.issues.map(({ code }) => code)).toContain("yaml-alias");
  });

  it("reads Windows line ends and a byte order mark as if they were not there", () => {
    const plain = readPlan(good, "plan.yaml");
    expect(readPlan(good.replaceAll("\n", "\r\n"), "plan.yaml")).toEqual(plain);
    expect(readPlan(`\ufeff${good}`, "plan.yaml")).toEqual(plain);
  });
});
