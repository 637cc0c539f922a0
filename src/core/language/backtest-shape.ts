import type { RelationKind } from "../model/definition.ts";
import {
  anyNumber,
  better,
  expression,
  key,
  quantityName,
  text,
  tolerance,
  year,
} from "./common-shapes.ts";
import type { Rules, Variant } from "./key-rules.ts";
import { list, oneOrMore, record } from "./list-shapes.ts";
import { type ObjectOf, object, optional, required } from "./object-shape.ts";
import { exactly, oneOf, truth, word } from "./scalar-shapes.ts";
import { changeFields, changeRules } from "./scenario-shape.ts";
import { fileSchema, type JsonSchema, type Shape, spot } from "./shape.ts";

const TO_VALUE: Variant = { takes: ["value"] };

/** Relations of past targets: those whose threshold is a number. */
const PAST_RELATIONS = {
  at_least: TO_VALUE,
  at_most: TO_VALUE,
  above: TO_VALUE,
  below: TO_VALUE,
  about: { takes: ["value", "tolerance", "two_sided"] },
  point: TO_VALUE,
  rising: {},
  positive: {},
  stable: { needs: ["tolerance"] },
  between: { needs: ["low", "high"] },
} as const satisfies Partial<Record<RelationKind, Variant>>;

/** A relation that a past target may have. */
export type PastRelationKind = keyof typeof PAST_RELATIONS;

const relation = oneOf(Object.keys(PAST_RELATIONS) as readonly PastRelationKind[]);
const targetRules: Rules = { by: "relation", variants: PAST_RELATIONS };
const years = list(year, 2);

const pastFields = {
  year: required(year, "计划年份。", "Year of the plan."),
  relation: required(relation, "目标与指标的关系。", "What had to hold."),
  value: optional(
    spot(expression),
    "目标值；默认取序列 `<名称>_target` 当年的值。",
    "The value to reach; by default that of the series `<name>_target` in this year.",
  ),
  tolerance: optional(tolerance, "容差，与指标同单位。", "Tolerance, in the indicator's unit."),
  two_sided: optional(
    truth,
    "`about` 是否两边都算偏离，默认 false。",
    "Whether `about` counts misses on both sides; false by default.",
  ),
  low: optional(anyNumber, "下限。", "Lowest value."),
  high: optional(anyNumber, "上限。", "Highest value."),
  wording: optional(text, "计划原文。", "The plan's own words."),
};

const targetFields = {
  indicator: required(spot(quantityName), "模型的指标。", "Indicator of the model."),
  ...pastFields,
};

const otherFields = {
  series: required(spot(quantityName), "数据表中的序列。", "Series of the table."),
  better: optional(
    better,
    "好的方向，默认 higher。",
    "Which direction is good; higher by default.",
  ),
  ...pastFields,
};

const datedChangeFields = {
  years: optional(
    spot(years),
    "适用的起止年份；默认全部。",
    "First and last year that it applies to; all by default.",
  ),
  ...changeFields,
};

const startFields = {
  years: optional(
    spot(years),
    "适用的起止年份；默认全部。",
    "First and last year that it applies to; all by default.",
  ),
  of: required(oneOrMore(spot(quantityName)), "一个或多个量。", "One quantity or several."),
  value: optional(anyNumber, "上年的值。", "The value of the year before."),
  series: optional(
    spot(quantityName),
    "取这个序列上年当时已公布的值。",
    "The series whose value of the year before is taken, as published by then.",
  ),
  why: required(text, "理由。", "The reason."),
};

/** What the year before an origin was, as read. */
export type StartEntry = ObjectOf<typeof startFields>;

/** A past target as read. */
export type PastTargetEntry = ObjectOf<typeof pastFields>;

const fileFields = {
  planodds_backtest: required(exactly(1), "格式版本。", "Version of the format."),
  model: required(spot(key), "所回测模型的标识。", "Identifier of the model it tests."),
  origins: required(
    spot(years),
    "首尾两个起报年份。",
    "First and last year whose outcomes are foretold.",
  ),
  known_on: optional(
    word({
      expected: { zh: "月-日，如 02-28", en: "month and day, such as 02-28" },
      remedy: { zh: "请写作 月-日：各两位。", en: "Write two digits each: 02-28." },
      pattern: /^(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/,
      code: "wrong-date",
    }),
    "每年已知信息的截止日；默认为计划发布的月和日。",
    "Day of each year on which knowledge ends; by default the plan's own.",
  ),
  scored: optional(
    record(quantityName, spot(quantityName)),
    "另行指定序列的量：`量: 序列`；其他指标与同名序列比较。",
    "Quantities with a series of another name, `quantity: series`; other indicators go with the series of their name.",
  ),
  not_scored: optional(
    record(quantityName, text),
    "有同名序列而不评分的量及其理由。",
    "Quantities that have a series and are not scored, with the reason.",
  ),
  starts: optional(
    list(object(startFields, { variants: { value: {}, series: {} } })),
    "起报前一年的值，用于方程要用而没有同名序列的量。",
    "Values of the year before, of quantities that equations look back to and no series of their name tells.",
  ),
  changes: optional(
    list(object(datedChangeFields, changeRules)),
    "消除后见之明的改动，依次生效。",
    "Changes that undo hindsight, made in order.",
  ),
  targets: optional(
    list(object(targetFields, targetRules)),
    "当地往年计划的目标。",
    "Targets of earlier plans of this place.",
  ),
  other_targets: optional(
    list(object(otherFields, targetRules)),
    "模型不推算的目标（如外地的），只计入以往达标率。",
    "Targets that the model does not foretell, such as those of other places: they only enter the base rate.",
  ),
};

/** A backtest file as read. */
export type BacktestFile = ObjectOf<typeof fileFields>;

/** The shape of a backtest file. */
export const backtestShape: Shape<BacktestFile> = object(fileFields);

/** The JSON Schema of backtest files, for completion in editors. */
export const backtestSchema = (): JsonSchema =>
  fileSchema(backtestShape, "Planodds backtest, version 1");
