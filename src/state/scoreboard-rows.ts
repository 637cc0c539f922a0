import type { Definition, Target } from "../core/model/definition.ts";
import type { Observation } from "../core/model/series.ts";
import { type ActualValue, actualValue } from "../core/results/actual-value.ts";
import type { TargetSummary } from "../core/results/summary.ts";
import type { Language } from "../core/text.ts";
import { type PairedChange, pairedChange } from "./paired-change.ts";
import type { ScenarioResult } from "./scenario-result.ts";

/** A target with its probability, and its change where there is a baseline to compare with. */
export interface ScoreboardRow {
  readonly target: Target;
  /** Position among the plan's targets. */
  readonly index: number;
  readonly summary: TargetSummary;
  readonly change?: PairedChange;
  /** What became known after the plan's date. */
  readonly actual?: ActualValue;
}

/** What rows are sorted by. */
export type SortKey = "plan" | "probability" | "change";
/** Which commitments are shown. */
export type CommitmentFilter = "all" | Target["commitment"];

/** Which rows are shown: those with this text in them, and of this commitment. */
export interface RowFilter {
  readonly text: string;
  readonly commitment: CommitmentFilter;
}

/**
 * Rows in plan order. `baseline` is left out where the shown result is the baseline itself.
 * @param later figures published after the plan's date
 */
export function scoreboardRows(
  result: ScenarioResult,
  baseline: ScenarioResult | undefined,
  later: readonly Observation[] = [],
): readonly ScoreboardRow[] {
  const rows: ScoreboardRow[] = [];
  result.definition.targets.forEach((target, index) => {
    const summary = result.summary.targets[index];
    if (summary === undefined) return;
    const change = baseline === undefined ? undefined : changeOf(result, baseline, index);
    const actual = actualValue(later, result, index);
    rows.push({
      target,
      index,
      summary,
      ...(change === undefined ? {} : { change }),
      ...(actual === undefined ? {} : { actual }),
    });
  });
  return rows;
}

/** The change of a target's probability, over the draws that both results have; same seed only. */
export function changeOf(
  result: ScenarioResult,
  baseline: ScenarioResult,
  index: number,
): PairedChange | undefined {
  if (result.seed !== baseline.seed) return undefined;
  return pairedChange(result.tally, baseline.tally, index);
}

/** Whether a row's words contain every word of the filter, in either language, and its commitment fits. */
export function filterRows(
  rows: readonly ScoreboardRow[],
  definition: Definition,
  filter: RowFilter,
): readonly ScoreboardRow[] {
  const words = filter.text
    .normalize("NFKC")
    .toLowerCase()
    .split(/\s+/)
    .filter((w) => w !== "");
  return rows.filter(({ target }) => {
    if (filter.commitment !== "all" && target.commitment !== filter.commitment) return false;
    const section = definition.sections.find(({ id }) => id === target.section)?.label;
    const haystack = [target.label, target.wording, section]
      .flatMap((text) => (text === undefined ? [] : [text.zh, text.en]))
      .concat(target.id)
      .join("\n")
      .normalize("NFKC")
      .toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}

/** Sorts for reading: lowest probability first, largest change (either way) first. */
export function sortRows(rows: readonly ScoreboardRow[], key: SortKey): readonly ScoreboardRow[] {
  if (key === "plan") return rows;
  const rank = (row: ScoreboardRow): number =>
    key === "probability" ? row.summary.probability : -Math.abs(row.change?.difference ?? 0);
  return [...rows].sort((a, b) => rank(a) - rank(b) || a.index - b.index);
}

/** Rows of one section, under its heading; one group without heading when sorted otherwise. */
export interface RowGroup {
  readonly id: string;
  readonly label?: { readonly [L in Language]: string };
  readonly rows: readonly ScoreboardRow[];
}

/** Groups rows by the plan's sections in plan order; empty sections are left out. */
export function groupRows(
  rows: readonly ScoreboardRow[],
  definition: Definition,
  key: SortKey,
): readonly RowGroup[] {
  if (key !== "plan") return rows.length === 0 ? [] : [{ id: "all", rows }];
  return definition.sections
    .map(({ id, label }) => ({ id, label, rows: rows.filter((row) => row.target.section === id) }))
    .filter((group) => group.rows.length > 0);
}
