import { type CsvCell, readCsv } from "./csv-rows.ts";
import type { IssueSink } from "./issue-sink.ts";
import { nameList, suggestion } from "./nearest-name.ts";

/** Which columns a table has. */
export interface CsvTableShape<C extends string> {
  readonly required: readonly C[];
  /** All columns, required ones included. */
  readonly columns: readonly C[];
  /** Other names of columns. */
  readonly aliases?: ReadonlyMap<string, C>;
  /** A good first line, for messages. */
  readonly firstLine: string;
  /** What becomes of columns with other names. */
  readonly unknown: "refused" | "ignored";
}

/** The cells of a row by column. */
export type CsvCells<C extends string> = Readonly<Partial<Record<C, CsvCell>>>;

/** A table of known columns. */
export interface CsvTable<C extends string> {
  /** Rows as long as the first line; none where a required column is missing. */
  readonly rows: readonly CsvCells<C>[];
  /** Names of columns that were left out. */
  readonly ignored: readonly string[];
}

/** Line and column of an offset, from 1, with any line ends. */
export function createPositions(text: string): (offset: number) => { line: number; col: number } {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, col: offset - (starts[line] ?? 0) + 1 };
  };
}

/** Reads CSV with a first line of column names, and reports every mistake in its form. */
export function readCsvTable<C extends string>(
  text: string,
  shape: CsvTableShape<C>,
  sink: IssueSink,
): CsvTable<C> {
  const { rows, brokenAt } = readCsv(text);
  if (brokenAt !== undefined) {
    sink.report(
      brokenAt,
      "csv-quote",
      {
        zh: "这一格的双引号没有正确闭合。",
        en: "The double quotes of this cell do not close well.",
      },
      {
        zh: '内容里的双引号请写两遍：`""`，并在格末加上引号。',
        en: 'Write a quote inside a cell twice, `""`, and close the cell with a quote.',
      },
    );
  }
  const [header = [], ...others] = rows;
  const columns = header.map(({ text: name }) => columnOf(name, shape));
  reportHeader(header, columns, shape, sink);
  const ignored = header.filter((_, i) => columns[i] === undefined).map((cell) => cell.text);
  const isComplete = shape.required.every((column) => columns.includes(column));
  return {
    rows: isComplete ? others.flatMap((row) => cellsOf(row, columns, sink) ?? []) : [],
    ignored,
  };
}

function columnOf<C extends string>(name: string, shape: CsvTableShape<C>): C | undefined {
  return shape.columns.find((known) => known === name) ?? shape.aliases?.get(name);
}

function reportHeader<C extends string>(
  header: readonly CsvCell[],
  columns: readonly (C | undefined)[],
  shape: CsvTableShape<C>,
  sink: IssueSink,
): void {
  for (const [i, { text, at }] of header.entries()) {
    const column = columns[i];
    const isRepeated = column !== undefined && columns.indexOf(column) < i;
    if (!isRepeated && (column !== undefined || shape.unknown === "ignored")) continue;
    const list = nameList(shape.columns.filter((known) => !columns.slice(0, i).includes(known)));
    sink.report(
      at,
      "unknown-column",
      isRepeated
        ? { zh: `\`${text}\` 这一列出现了两次。`, en: `The column \`${text}\` stands here twice.` }
        : { zh: `没有 \`${text}\` 这一列。`, en: `\`${text}\` is not a column here.` },
      suggestion(isRepeated ? "" : text, shape.columns, {
        zh: `可用的列：${list.zh}。`,
        en: `The columns are ${list.en}.`,
      }),
    );
  }
  for (const missing of shape.required.filter((column) => !columns.includes(column))) {
    sink.report(
      header[0]?.at ?? 0,
      "missing-column",
      { zh: `缺少 \`${missing}\` 这一列。`, en: `The column \`${missing}\` is missing.` },
      {
        zh: `首行应为 \`${shape.firstLine}\`。`,
        en: `The first line is \`${shape.firstLine}\`.`,
      },
    );
  }
}

function cellsOf<C extends string>(
  row: readonly CsvCell[],
  columns: readonly (C | undefined)[],
  sink: IssueSink,
): CsvCells<C> | undefined {
  if (row.length !== columns.length) {
    sink.report(
      row[0]?.at ?? 0,
      "wrong-row",
      {
        zh: `这一行有 ${row.length} 格，首行有 ${columns.length} 格。`,
        en: `This row has ${row.length} cells, the first line ${columns.length}.`,
      },
      { zh: "含逗号的内容请加双引号。", en: "Put a cell that holds a comma in double quotes." },
    );
    return undefined;
  }
  const cells: Partial<Record<C, CsvCell>> = {};
  for (const [i, column] of columns.entries()) {
    const cell = row[i];
    if (column !== undefined && cell !== undefined) cells[column] = cell;
  }
  return cells;
}
