import { firstDay } from "../model/known-series.ts";
import type { Observation } from "../model/series.ts";
import type { Issue } from "../outcome.ts";
import { type CsvCell, readCsv } from "./csv-rows.ts";
import {
  ALL_HISTORY_COLUMNS,
  HISTORY_COLUMNS,
  type HistoryCells,
  type HistoryColumn,
  readHistoryRow,
} from "./history-row.ts";
import { createIssueSink, type IssueSink } from "./issue-sink.ts";
import { nameList, suggestion } from "./nearest-name.ts";

/** What a history file holds; rows with issues are left out. */
export interface TableReading {
  readonly observations: readonly Observation[];
  readonly issues: readonly Issue[];
}

function readHeader(
  header: readonly CsvCell[],
  sink: IssueSink,
): readonly (HistoryColumn | undefined)[] {
  const seen = new Set<string>();
  const columns = header.map(({ text, at }) => {
    const column = ALL_HISTORY_COLUMNS.find((known) => known === text);
    if (column === undefined || seen.has(text)) {
      const list = nameList(ALL_HISTORY_COLUMNS.filter((known) => !seen.has(known)));
      sink.report(
        at,
        "unknown-column",
        seen.has(text)
          ? {
              zh: `\`${text}\` 这一列出现了两次。`,
              en: `The column \`${text}\` stands here twice.`,
            }
          : { zh: `没有 \`${text}\` 这一列。`, en: `\`${text}\` is not a column here.` },
        suggestion(seen.has(text) ? "" : text, ALL_HISTORY_COLUMNS, {
          zh: `可用的列：${list.zh}。`,
          en: `The columns are ${list.en}.`,
        }),
      );
    }
    seen.add(text);
    return column;
  });
  for (const missing of HISTORY_COLUMNS.filter((column) => !seen.has(column))) {
    sink.report(
      header[0]?.at ?? 0,
      "missing-column",
      { zh: `缺少 \`${missing}\` 这一列。`, en: `The column \`${missing}\` is missing.` },
      {
        zh: `首行应为 \`${HISTORY_COLUMNS.join(",")},note\`。`,
        en: `The first line is \`${HISTORY_COLUMNS.join(",")},note\`.`,
      },
    );
  }
  return columns;
}

function cellsOf(
  row: readonly CsvCell[],
  columns: readonly (HistoryColumn | undefined)[],
  sink: IssueSink,
): HistoryCells | undefined {
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
  return Object.fromEntries(
    columns.flatMap((column, i) => (column === undefined ? [] : [[column, row[i]]])),
  );
}

/** Reports rows that do not go with earlier rows of their series; those are left out. */
function createSeriesCheck(sink: IssueSink): (row: Observation, cells: HistoryCells) => boolean {
  const units = new Map<string, string>();
  const vintages = new Set<string>();
  return ({ indicator, year, unit, published }, cells) => {
    const other = units.get(indicator) ?? unit;
    units.set(indicator, other);
    if (other !== unit) {
      sink.report(
        cells.unit?.at ?? 0,
        "mixed-units",
        {
          zh: `\`${indicator}\` 前面的单位是 \`${other}\`，这里是 \`${unit}\`。`,
          en: `Earlier rows of \`${indicator}\` are in \`${other}\`, this one in \`${unit}\`.`,
        },
        {
          zh: "一个序列用一个单位：请换算，或另起名称。",
          en: "A series has one unit: convert the figure, or give it a name of its own.",
        },
      );
      return false;
    }
    const vintage = `${indicator} ${year} ${firstDay(published)}`;
    if (!vintages.has(vintage)) return vintages.add(vintage).size > 0;
    sink.report(
      cells.published?.at ?? 0,
      "same-vintage",
      {
        zh: `\`${indicator}\` ${year} 年的数在 ${published} 已有一个。`,
        en: `\`${indicator}\` has a figure for ${year} published ${published} already.`,
      },
      {
        zh: "修订数请写公布的日期，重复的请删去。",
        en: "Give a revision the date of its publication; remove a repeated row.",
      },
    );
    return false;
  };
}

function createPositions(text: string): (offset: number) => { line: number; col: number } {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, col: offset - (starts[line] ?? 0) + 1 };
  };
}

/**
 * Reads a plan's `history.csv`: its rows, and every mistake by line and column. Never throws.
 * @param file the name that issues carry
 */
export function readHistoryTable(text: string, file: string): TableReading {
  const sink = createIssueSink(file, createPositions(text));
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
  const columns = readHeader(rows[0] ?? [], sink);
  if (sink.issues().some(({ code }) => code === "missing-column")) {
    return { observations: [], issues: sink.issues() };
  }
  const fits = createSeriesCheck(sink);
  const observations = rows.slice(1).flatMap((row) => {
    const cells = cellsOf(row, columns, sink);
    const read = cells === undefined ? undefined : readHistoryRow(cells, sink);
    return cells === undefined || read === undefined || !fits(read, cells) ? [] : [read];
  });
  return { observations, issues: sink.issues() };
}
