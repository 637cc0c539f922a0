import { firstDay } from "../model/known-series.ts";
import type { Observation } from "../model/series.ts";
import { parseUnit } from "../model/unit.ts";
import type { Text } from "../text.ts";
import type { CsvCells } from "./csv-table.ts";
import type { IssueSink } from "./issue-sink.ts";

/** The columns that a history file must have. */
export const HISTORY_COLUMNS = [
  "indicator",
  "year",
  "value",
  "unit",
  "published",
  "source",
] as const;
const OPTIONAL_COLUMNS = ["note", "place"] as const;
type HistoryColumn = (typeof HISTORY_COLUMNS)[number] | (typeof OPTIONAL_COLUMNS)[number];
/** All columns that it may have. */
export const ALL_HISTORY_COLUMNS: readonly HistoryColumn[] = [
  ...HISTORY_COLUMNS,
  ...OPTIONAL_COLUMNS,
];

/** The cells of a row by column. */
export type HistoryCells = CsvCells<HistoryColumn>;

/** What a cell must look like. */
interface CellRule {
  readonly accepts: (text: string) => boolean;
  readonly expected: Text;
  readonly remedy: Text;
}

const isDate = (text: string): boolean =>
  /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(text) &&
  new Date(`${firstDay(text)}T00:00:00Z`).toJSON()?.startsWith(firstDay(text)) === true;

const RULES: Readonly<Record<(typeof HISTORY_COLUMNS)[number], CellRule>> = {
  indicator: {
    accepts: (text) => /^[A-Za-z][A-Za-z0-9_]*$/.test(text),
    expected: {
      zh: "序列名称（英文字母开头，只含字母、数字和下划线）",
      en: "the name of a series: letters, digits and underscores, starting with a letter",
    },
    remedy: { zh: "例如 `gdp_growth`。", en: "For example `gdp_growth`." },
  },
  year: {
    accepts: (text) => /^(?:19|20|21)\d\d$/.test(text),
    expected: { zh: "四位年份", en: "a year in four digits" },
    remedy: {
      zh: "每行一个整年；多年平均或半年数请不要放进来。",
      en: "One whole year per row; leave averages of years and parts of years out.",
    },
  },
  value: {
    accepts: (text) =>
      /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) && Number.isFinite(Number(text)),
    expected: { zh: "一个数", en: "a number" },
    remedy: {
      zh: "只写数字，小数点用 `.`，不写千分号、单位和约数；没有数就不写这一行。",
      en: "Digits with `.` before decimals, without thousands signs, units or words; no row where there is no figure.",
    },
  },
  unit: {
    accepts: (text) => parseUnit(text) !== undefined,
    expected: { zh: "单位，如 `% yoy real`", en: "a unit such as `% yoy real`" },
    remedy: {
      zh: "可用的单位见 models/README.md。",
      en: "models/README.md lists the units.",
    },
  },
  published: {
    accepts: isDate,
    expected: { zh: "公布的日期或年份", en: "the date or year of publication" },
    remedy: {
      zh: "请写 2021-02-26、2021-02 或 2021；只写年份即当年年初。",
      en: "Write 2021-02-26, 2021-02 or 2021; a year alone means its beginning.",
    },
  },
  source: {
    accepts: (text) => text !== "",
    expected: { zh: "出处", en: "where the figure stands" },
    remedy: { zh: "请写网址或出版物名称。", en: "Write an address or the title of a publication." },
  },
};

/** Reads a row; undefined where a cell was refused. */
export function readHistoryRow(cells: HistoryCells, sink: IssueSink): Observation | undefined {
  let isGood = true;
  for (const column of HISTORY_COLUMNS) {
    const cell = cells[column];
    const { accepts, expected, remedy } = RULES[column];
    if (cell !== undefined && accepts(cell.text)) continue;
    isGood = false;
    if (cell === undefined) continue;
    const found = cell.text === "" ? { zh: "空的", en: "nothing" } : undefined;
    sink.report(
      cell.at,
      "wrong-cell",
      {
        zh: `\`${column}\` 应为${expected.zh}，这里是${found?.zh ?? ` \`${cell.text}\``}。`,
        en: `\`${column}\` is ${expected.en}; here is ${found?.en ?? `\`${cell.text}\``}.`,
      },
      remedy,
    );
  }
  if (!isGood) return undefined;
  const text = (column: HistoryColumn): string => cells[column]?.text ?? "";
  const note = text("note");
  return {
    indicator: text("indicator"),
    year: Number(text("year")),
    value: Number(text("value")),
    unit: text("unit"),
    published: text("published"),
    source: text("source"),
    ...(note === "" ? {} : { note }),
  };
}
