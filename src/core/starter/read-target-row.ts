import type { CsvCell } from "../language/csv-rows.ts";
import type { CsvCells } from "../language/csv-table.ts";
import { nameList, suggestion } from "../language/nearest-name.ts";
import { RESERVED_NAMES, readUnit } from "../language/plan-quantities.ts";
import { RELATION_KINDS, RELATION_VARIANTS } from "../language/relation-shapes.ts";
import type { ShapeSource } from "../language/shape.ts";
import type { RelationKind } from "../model/definition.ts";
import type { Text } from "../text.ts";
import type { TableTarget } from "./table-target.ts";
import type { TargetColumn } from "./target-columns.ts";

/** The cells of a target's row by column. */
export type TargetCells = CsvCells<TargetColumn>;

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)$/;
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;
const NUMBERS = ["value", "tolerance", "stretch", "low", "high"] as const;

const COMMITMENTS: ReadonlyMap<string, TableTarget["commitment"]> = new Map([
  ["binding", "binding"],
  ["expected", "expected"],
  ["约束性", "binding"],
  ["预期性", "expected"],
]);
const DIRECTIONS: ReadonlyMap<string, "higher" | "lower"> = new Map([
  ["higher", "higher"],
  ["lower", "lower"],
]);
const RELATIONS: ReadonlyMap<string, RelationKind> = new Map(
  RELATION_KINDS.map((kind) => [kind, kind]),
);

/** A cell with something in it. */
const filled = (cells: TargetCells, column: TargetColumn): CsvCell | undefined =>
  cells[column]?.text === "" ? undefined : cells[column];

function wrongCell(cell: CsvCell, expected: Text, remedy: Text, source: ShapeSource): void {
  source.report(
    cell.at,
    "wrong-cell",
    {
      zh: `应为${expected.zh}，这里是 \`${cell.text}\`。`,
      en: `Expected ${expected.en}; here is \`${cell.text}\`.`,
    },
    remedy,
  );
}

function reportEmpty(column: TargetColumn, cells: TargetCells, source: ShapeSource): void {
  source.report(
    cells[column]?.at ?? cells.id?.at ?? 0,
    "empty-cell",
    { zh: `这一行缺少 \`${column}\`。`, en: `\`${column}\` is missing in this row.` },
    { zh: "请填上。", en: "Fill it in." },
  );
}

function readId(cells: TargetCells, source: ShapeSource): string | undefined {
  const cell = filled(cells, "id");
  if (cell === undefined) reportEmpty("id", cells, source);
  else if (!NAME.test(cell.text) || RESERVED_NAMES.has(cell.text)) {
    wrongCell(
      cell,
      {
        zh: "标识（英文字母开头，只含字母、数字和下划线，且不是公式里的词）",
        en: "a name of letters, digits and underscores that starts with a letter and is no word of equations",
      },
      { zh: "例如 `gdp_growth`。", en: "For example `gdp_growth`." },
      source,
    );
  } else return cell.text;
  return undefined;
}

function readWord<T>(
  cell: CsvCell | undefined,
  words: ReadonlyMap<string, T>,
  source: ShapeSource,
): T | undefined {
  if (cell === undefined) return undefined;
  const word = words.get(cell.text);
  if (word !== undefined) return word;
  const list = nameList(words.keys());
  const expected = { zh: `以下之一：${list.zh}`, en: `one of ${list.en}` };
  const remedy = { zh: "含义见 models/README.md。", en: "models/README.md says what they mean." };
  wrongCell(cell, expected, suggestion(cell.text, words.keys(), remedy), source);
  return undefined;
}

/** Reports numbers that are none, and cells that do not go with the relation. */
function checkNumbers(relation: RelationKind | undefined, cells: TargetCells, source: ShapeSource) {
  for (const column of NUMBERS) {
    const cell = filled(cells, column);
    if (cell === undefined || NUMBER.test(cell.text)) continue;
    wrongCell(
      cell,
      { zh: "一个数", en: "a number" },
      {
        zh: "只写数字，不写单位、百分号和“左右”等词。",
        en: "Digits alone, without units, percent signs or words.",
      },
      source,
    );
  }
  if (relation === undefined) return;
  const { needs = [], takes = [] } = RELATION_VARIANTS[relation];
  for (const column of [...NUMBERS, "reference"] as const) {
    const cell = filled(cells, column);
    const isNeedless = relation === "positive" && column === "value" && Number(cell?.text) === 0;
    if (cell === undefined || isNeedless || [...needs, ...takes].includes(column)) continue;
    source.report(
      cell.at,
      "misplaced-cell",
      {
        zh: `\`${relation}\` 不用 \`${column}\`。`,
        en: `\`${column}\` does not go with \`${relation}\`.`,
      },
      { zh: "请清空此格，或改用别的关系。", en: "Empty the cell, or write another relation." },
    );
  }
  for (const column of ["value", "low", "high"] as const) {
    if (!needs.includes(column) || filled(cells, column) || relation === "as_assigned") continue;
    reportEmpty(column, cells, source);
  }
}

/** The good direction: as written, or as the relation or a fall that is planned says. */
function readBetter(relation: RelationKind, cells: TargetCells, source: ShapeSource) {
  const written = readWord(filled(cells, "better"), DIRECTIONS, source);
  if (written !== undefined) return written;
  if (relation === "at_most" || relation === "below") return "lower";
  if (relation === "at_least" || relation === "above") return "higher";
  return Number(filled(cells, "value")?.text ?? 0) < 0 ? "lower" : undefined;
}

function readPeriod(cells: TargetCells, source: ShapeSource): number | undefined {
  const cell = filled(cells, "period");
  if (cell === undefined) return undefined;
  if (/^(?:19|20|21)\d\d$/.test(cell.text)) return Number(cell.text);
  const expected = { zh: "四位年份", en: "a year in four digits" };
  wrongCell(cell, expected, { zh: "例如 `2021`。", en: "For example `2021`." }, source);
  return undefined;
}

function checkStretch(better: "higher" | "lower", cells: TargetCells, source: ShapeSource): void {
  const stretch = filled(cells, "stretch");
  const value = filled(cells, "value");
  if (stretch === undefined || value === undefined) return;
  const gain = Number(stretch.text) - Number(value.text);
  if (Number.isNaN(gain) || (better === "higher" ? gain > 0 : gain < 0)) return;
  source.report(
    stretch.at,
    "stretch-not-beyond",
    {
      zh: `力争值 ${stretch.text} 并不优于目标值 ${value.text}。`,
      en: `The stretch ${stretch.text} is not beyond the value ${value.text}.`,
    },
    {
      zh: "请核对两个数，或在 `better` 一列写明好的方向。",
      en: "Check both numbers, or say in the column `better` which direction is good.",
    },
  );
}

/** Reads a row; undefined where something of it was refused. */
export function readTargetRow(cells: TargetCells, source: ShapeSource): TableTarget | undefined {
  const id = readId(cells, source);
  const label = filled(cells, "label")?.text;
  if (label === undefined) reportEmpty("label", cells, source);
  const relationCell = filled(cells, "relation");
  if (relationCell === undefined) reportEmpty("relation", cells, source);
  const relation = readWord(relationCell, RELATIONS, source);
  const unitCell = filled(cells, "unit");
  if (unitCell === undefined) reportEmpty("unit", cells, source);
  const unit = unitCell && readUnit({ value: unitCell.text, at: unitCell.at }, source);
  checkNumbers(relation, cells, source);
  const period = readPeriod(cells, source);
  const commitment = readWord(filled(cells, "commitment"), COMMITMENTS, source) ?? "expected";
  if (id === undefined || label === undefined || relation === undefined) return undefined;
  if (unit === undefined || unitCell === undefined) return undefined;

  const better = readBetter(relation, cells, source);
  checkStretch(better ?? "higher", cells, source);
  return {
    id,
    relation,
    unit: unitCell.text,
    commitment,
    ...(period === undefined ? {} : { period }),
    ...(better === undefined ? {} : { better }),
    ...textsOf(label, relation, cells),
  };
}

/** What is taken over as written. */
function textsOf(label: string, relation: RelationKind, cells: TargetCells) {
  const wording = filled(cells, "wording")?.text ?? label;
  const text = (column: TargetColumn) => filled(cells, column)?.text;
  const kept = (["tolerance", "stretch", "reference", "low", "high", "note", "section"] as const)
    .map((column) => [column, text(column)] as const)
    .filter(([, value]) => value !== undefined);
  const value = relation === "positive" ? undefined : text("value");
  return {
    label: { zh: label, en: text("label_en") ?? label },
    wording: { zh: wording, en: text("wording_en") ?? wording },
    ...(value === undefined ? {} : { value }),
    ...Object.fromEntries(kept),
  };
}
