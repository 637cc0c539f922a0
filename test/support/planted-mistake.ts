import type { Outcome } from "../../src/core/outcome.ts";

/** A mistake to plant in a good text: `to` takes the place of `from`. */
export interface PlantedMistake {
  readonly code: string;
  readonly from: string;
  /** ¦ marks where the mistake is to be found. */
  readonly to: string;
  /** Where `to` has no mark: the mistake is to be found at the start of this. */
  readonly at?: string;
}

/** A mistake to plant; see there. */
export const mistake = (code: string, from: string, to: string, at?: string): PlantedMistake => ({
  code,
  from,
  to,
  ...(at === undefined ? {} : { at }),
});

/** The issues of what was read as `line:column code`, in order; none where it was accepted. */
export const issuesOf = (outcome: Outcome<unknown>): readonly string[] =>
  outcome.ok ? [] : outcome.issues.map(({ line, column, code }) => `${line}:${column} ${code}`);

const ANY_MARK = /[\ue000-\uf8ff]/g;

function replaceOnce(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`Not there exactly once: ${from}`);
  return text.replace(from, () => to);
}

/** Plants mistakes; gives the text and the issues to expect as `line:column code`, in order. */
export function plant(good: string, mistakes: readonly PlantedMistake[]) {
  const marks = mistakes.map((_, i) => String.fromCodePoint(0xe000 + i));
  const marked = mistakes.reduce((text, { from, to, at }, i) => {
    const noted = at === undefined ? text : replaceOnce(text, at, `${marks[i]}${at}`);
    return replaceOnce(noted, from, to.replace("¦", marks[i]!));
  }, good);
  const places = mistakes.map(({ code }, i) => {
    const before = marked.slice(0, marked.indexOf(marks[i]!)).replace(ANY_MARK, "");
    const lines = before.split("\n");
    return { line: lines.length, column: lines.at(-1)!.length + 1, code };
  });
  places.sort((a, b) => a.line - b.line || a.column - b.column);
  return {
    text: marked.replace(ANY_MARK, ""),
    expected: places.map(({ line, column, code }) => `${line}:${column} ${code}`),
  };
}
