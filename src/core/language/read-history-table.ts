import { firstDay } from "../model/known-series.ts";
import type { Observation } from "../model/series.ts";
import type { Issue } from "../outcome.ts";
import { createPositions, readCsvTable } from "./csv-table.ts";
import {
  ALL_HISTORY_COLUMNS,
  HISTORY_COLUMNS,
  type HistoryCells,
  readHistoryRow,
} from "./history-row.ts";
import { createIssueSink, type IssueSink } from "./issue-sink.ts";

/** What a history file holds; rows with issues are left out. */
export interface TableReading {
  readonly observations: readonly Observation[];
  readonly issues: readonly Issue[];
}

const HISTORY_TABLE = {
  required: HISTORY_COLUMNS,
  columns: ALL_HISTORY_COLUMNS,
  firstLine: `${HISTORY_COLUMNS.join(",")},note`,
  unknown: "refused",
} as const;

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

/**
 * Reads a plan's `history.csv`: its rows, and every mistake by line and column. Never throws.
 * @param file the name that issues carry
 */
export function readHistoryTable(text: string, file: string): TableReading {
  const sink = createIssueSink(file, createPositions(text));
  const table = readCsvTable(text, HISTORY_TABLE, sink);
  const fits = createSeriesCheck(sink);
  const observations = table.rows.flatMap((cells) => {
    const read = readHistoryRow(cells, sink);
    return read === undefined || !fits(read, cells) ? [] : [read];
  });
  return { observations, issues: sink.issues() };
}
