import { createPositions, readCsvTable } from "../language/csv-table.ts";
import { createIssueSink } from "../language/issue-sink.ts";
import { suggestion } from "../language/nearest-name.ts";
import type { ShapeSource } from "../language/shape.ts";
import { parseUnit, unitsAgree } from "../model/unit.ts";
import type { Outcome } from "../outcome.ts";
import { readTargetRow, type TargetCells } from "./read-target-row.ts";
import type { TableTarget } from "./table-target.ts";
import { NEEDED_TARGET_COLUMNS, TARGET_COLUMN_ALIASES, TARGET_COLUMNS } from "./target-columns.ts";

/** What a table of targets holds. */
export interface TargetTable {
  /** At least one. */
  readonly targets: readonly TableTarget[];
  /** Columns that say nothing a plan needs. */
  readonly ignored: readonly string[];
}

interface PlacedTarget {
  readonly cells: TargetCells;
  readonly target: TableTarget;
}

/** The name of the input behind an indicator, and of the placeholders of its line. */
export const assumedName = (id: string): string => `${id}_assumed`;
export const lineName = (id: string): string => `${id}_line`;

/**
 * Reads a table of targets (CSV), or every mistake in it by line and column. Never throws.
 *
 * @param firstYear no target may be earlier
 */
export function readTargetTable(
  text: string,
  file: string,
  firstYear: number,
): Outcome<TargetTable> {
  const sink = createIssueSink(file, createPositions(text));
  const source: ShapeSource = { source: text, report: sink.report };
  reportEncoding(text, source);
  const table = readCsvTable(
    text,
    {
      required: NEEDED_TARGET_COLUMNS,
      columns: TARGET_COLUMNS,
      aliases: TARGET_COLUMN_ALIASES,
      firstLine: "id,label,wording,relation,value,unit",
      unknown: "ignored",
    },
    sink,
  );
  const placed = table.rows.flatMap((cells): readonly PlacedTarget[] => {
    const target = readTargetRow(cells, source);
    return target === undefined ? [] : [{ cells, target }];
  });
  checkTogether(placed, firstYear, source);
  if (table.rows.length === 0 && sink.issues().length === 0) reportNoRow(source);
  const issues = sink.issues();
  if (issues.length > 0) return { ok: false, issues };
  return {
    ok: true,
    value: { targets: placed.map(({ target }) => target), ignored: table.ignored },
  };
}

function reportEncoding(text: string, source: ShapeSource): void {
  const at = text.indexOf("\ufffd");
  if (at === -1) return;
  source.report(
    at,
    "wrong-encoding",
    { zh: "文件不是 UTF-8 编码。", en: "The file is not in UTF-8." },
    {
      zh: "请在表格软件中另存为“CSV UTF-8（逗号分隔）”。",
      en: "Save it from the spreadsheet as “CSV UTF-8 (comma delimited)”.",
    },
  );
}

function reportNoRow(source: ShapeSource): void {
  source.report(
    0,
    "no-target",
    { zh: "表中没有目标。", en: "The table has no targets." },
    { zh: "首行之后每行写一个目标。", en: "Write one target per row below the first line." },
  );
}

/** What rows must be to each other. */
function checkTogether(
  placed: readonly PlacedTarget[],
  firstYear: number,
  source: ShapeSource,
): void {
  const seen = new Set<string>();
  const byId = new Map(placed.map(({ target }) => [target.id, target]));
  for (const { cells, target } of placed) {
    const at = cells.id?.at ?? 0;
    checkNames(target.id, at, seen, source);
    if (target.period !== undefined && target.period < firstYear) {
      source.report(
        cells.period?.at ?? at,
        "wrong-cell",
        {
          zh: `${target.period} 年早于计划的第一年 ${firstYear} 年。`,
          en: `${target.period} is before the plan's first year, ${firstYear}.`,
        },
        {
          zh: "请改正年份，或用 `--year` 指定第一年。",
          en: "Correct the year, or give the first year with `--year`.",
        },
      );
    }
    checkReference(target, cells, byId, source);
  }
}

/** Reports a name that is taken, and takes those of a target. */
function checkNames(id: string, at: number, seen: Set<string>, source: ShapeSource): void {
  const names = [id, assumedName(id), lineName(id)];
  const clash = names.find((name) => seen.has(name));
  for (const name of names) seen.add(name);
  if (clash === undefined) return;
  source.report(
    at,
    "duplicate-name",
    { zh: `名称 \`${clash}\` 已经用过。`, en: `The name \`${clash}\` is taken already.` },
    { zh: "每个目标用不同的标识。", en: "Give each target an id of its own." },
  );
}

function checkReference(
  { id, reference, unit }: TableTarget,
  cells: TargetCells,
  byId: ReadonlyMap<string, TableTarget>,
  source: ShapeSource,
): void {
  if (reference === undefined || /^[-+]?\d+\.?\d*$/.test(reference)) return;
  const other = byId.get(reference);
  const own = parseUnit(unit);
  const theirs = other === undefined ? undefined : parseUnit(other.unit);
  if (own !== undefined && theirs !== undefined && reference !== id && unitsAgree(own, theirs)) {
    return;
  }
  const names = [...byId.keys()].filter((name) => name !== id);
  source.report(
    cells.reference?.at ?? 0,
    "wrong-cell",
    other === undefined || reference === id
      ? {
          zh: `对照应为另一个目标的标识或一个数，这里是 \`${reference}\`。`,
          en: `A reference is the id of another target or a number; here is \`${reference}\`.`,
        }
      : {
          zh: `对照 \`${reference}\` 的单位是 \`${other.unit}\`，这里是 \`${unit}\`。`,
          en: `The reference \`${reference}\` is in \`${other.unit}\`, this target in \`${unit}\`.`,
        },
    suggestion(other === undefined ? reference : "", names, {
      zh: "请改正，或留空，先用占位的对照值。",
      en: "Correct it, or leave it empty to begin with a placeholder.",
    }),
  );
}
