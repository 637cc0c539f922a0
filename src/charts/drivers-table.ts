import type { NamedDriver } from "../core/format/driver-words.ts";
import type { Estimate } from "../core/results/sensitivity.ts";
import type { Language } from "../core/text.ts";
import type { Cell, ChartTable, TableColumn, ValueFormat } from "./chart-spec.ts";

const PROBABILITY: ValueFormat = { kind: "probability" };
const INDEX: ValueFormat = { kind: "number", decimals: 3, unit: "" };

interface Column {
  readonly zh: string;
  readonly en: string;
  readonly format?: ValueFormat;
  readonly cell: (named: NamedDriver, language: Language) => Cell;
}

/** What cannot be estimated is an empty cell. */
const known = (value: number): Cell => (Number.isNaN(value) ? undefined : value);
const estimated = (estimate: Estimate): Cell => known(estimate.value);
const errorOf = (estimate: Estimate): Cell => known(estimate.standardError);

const COLUMNS: readonly Column[] = [
  { zh: "假设", en: "Assumption", cell: ({ words }) => words.label },
  {
    zh: "途径",
    en: "Path",
    cell: ({ driver }, language) => PATHS[driver.path][language],
  },
  { zh: "低位", en: "Low", cell: ({ words }) => words.low },
  { zh: "高位", en: "High", cell: ({ words }) => words.high },
  {
    zh: "低位时概率",
    en: "Probability when low",
    format: PROBABILITY,
    cell: ({ driver }) => driver.low.probability,
  },
  {
    zh: "高位时概率",
    en: "Probability when high",
    format: PROBABILITY,
    cell: ({ driver }) => driver.high.probability,
  },
  {
    zh: "差距",
    en: "Difference",
    format: PROBABILITY,
    cell: ({ driver }) => estimated(driver.change),
  },
  {
    zh: "差距的标准误",
    en: "Its standard error",
    format: PROBABILITY,
    cell: ({ driver }) => errorOf(driver.change),
  },
  {
    zh: "秩相关",
    en: "Rank correlation",
    format: { ...INDEX, decimals: 2 },
    cell: ({ driver }) => known(driver.rankCorrelation),
  },
  {
    zh: "一阶指数（达标）",
    en: "First-order index (hit)",
    format: INDEX,
    cell: ({ driver }) => estimated(driver.hitIndex),
  },
  {
    zh: "标准误",
    en: "Standard error",
    format: INDEX,
    cell: ({ driver }) => errorOf(driver.hitIndex),
  },
  {
    zh: "一阶指数（数值）",
    en: "First-order index (value)",
    format: INDEX,
    cell: ({ driver }) => estimated(driver.valueIndex),
  },
  {
    zh: "标准误",
    en: "Standard error",
    format: INDEX,
    cell: ({ driver }) => errorOf(driver.valueIndex),
  },
];

const PATHS = {
  equations: { zh: "方程", en: "equations" },
  correlation: { zh: "仅经相关", en: "correlation only" },
} as const;

/** All inputs that a target can depend on, with every measure; those that move it most first. */
export function driversTable(drivers: readonly NamedDriver[], language: Language): ChartTable {
  return {
    columns: COLUMNS.map(({ format, ...label }): TableColumn => {
      const column = { label: label[language] };
      return format === undefined ? column : { ...column, format };
    }),
    rows: drivers.map((named) => COLUMNS.map(({ cell }) => cell(named, language))),
  };
}
