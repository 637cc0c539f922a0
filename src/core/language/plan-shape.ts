import {
  anyNumber,
  anyWord,
  better,
  date,
  dateOrYear,
  distribution,
  expression,
  history,
  interval,
  key,
  quantityName,
  source,
  text,
  url,
  year,
} from "./common-shapes.ts";
import { estimate, estimateUse } from "./estimate-shape.ts";
import { copulaFields, correlationFields } from "./join-fields.ts";
import type { Variant } from "./key-rules.ts";
import { list, oneOrMore, record } from "./list-shapes.ts";
import { type ObjectOf, object, optional, required } from "./object-shape.ts";
import { RELATION_VARIANTS } from "./relation-shapes.ts";
import { from } from "./required-source.ts";
import { exactly, numeric, oneOf, scalarText, truth } from "./scalar-shapes.ts";
import { fileSchema, type JsonSchema, type Shape, spot } from "./shape.ts";
import { targetFields } from "./target-shape.ts";

/**
 * What a block has where the file says nothing. Steps by measurement: over 16 384 draws, blocks of three
 * equations with elasticities are solved in every draw after 6 steps though begun 100 times too high, a
 * market with prices over two orders of magnitude after 12, one of taxes and limits (`max`, `min`) begun at
 * 0 after 16. Linear blocks take two steps in any case.
 */
export const BLOCK_DEFAULTS = { tolerance: 1e-9, iterations: 16 };

const unit = required(
  spot(anyWord),
  "单位，如 `% yoy real`、`100 million yuan`、`1`。",
  "Unit, such as `% yoy real`, `100 million yuan` or `1`.",
);
const label = required(text, "名称。", "Name on screen.");
const optionalFrom = optional(
  source,
  "出处；用 estimate 时默认为该估计的出处。",
  "Where it comes from; that of the estimate by default where there is one.",
);
const estimated = {
  estimate: optional(
    estimateUse,
    "由历史数据估计，如 `exports.next`。",
    "Estimated from history, such as `exports.next`.",
  ),
  within: optional(spot(interval), "估计的上下限。", "Limits of what is estimated."),
};
const past = optional(history, "第一期之前的实际值。", "Observed values before the first period.");

const planFields = {
  place: required(text, "地方。", "Place."),
  issuer: required(text, "发布机关。", "Issuer."),
  document: required(anyWord, "文号。", "Document number."),
  date: required(date, "发布日期。", "Date of issue."),
  url: optional(url, "网址。", "Address."),
};

const referenceFields = {
  title: required(text, "标题。", "Title."),
  published: required(dateOrYear, "公布的日期或年份。", "Date or year in which it became known."),
  url: optional(url, "网址。", "Address."),
};

const inputFields = {
  label,
  unit,
  group: required(spot(key), "所属分组。", "Group it belongs to."),
  lever: optional(
    truth,
    "是否为政策变量，默认 false。",
    "Whether planners can move it; false by default.",
  ),
  distribution: optional(
    distribution,
    "每期独立抽样的分布。",
    "Distribution, drawn anew in each period.",
  ),
  bootstrap: optional(
    spot(quantityName),
    "每期随机取一个过去的年份，用该序列当年的值；各 bootstrap 假设取同一年。",
    "Each period takes a past year's value of this series, the same year for all such inputs.",
  ),
  ...estimated,
  source: optionalFrom,
  history: past,
};

const parameterFields = {
  label,
  unit,
  value: optional(
    scalarText(
      { zh: "一个数", en: "a number" },
      {
        zh: "请写数，如 0.9；不确定时改用 `distribution:`。",
        en: "Write a number such as 0.9, or use `distribution:`.",
      },
    ),
    "固定的值。",
    "Its fixed value.",
  ),
  distribution: optional(
    distribution,
    "不确定时的分布，各期相同。",
    "Distribution where it is uncertain; the same draw in all periods.",
  ),
  ...estimated,
  source: optionalFrom,
};

const indicatorFields = {
  label,
  unit,
  definition: optional(text, "口径。", "What exactly is measured."),
  better: optional(
    better,
    "好的方向，默认 higher。",
    "Which direction is good; higher by default.",
  ),
  equation: required(expression, "方程。", "Its equation."),
  source: from,
  history: past,
};

const residual = numeric({
  expected: { zh: "大于 0、不超过 0.001 的数", en: "a number above 0, 0.001 at most" },
  remedy: { zh: "请写如 1.0e-9。", en: "Write, say, 1.0e-9." },
  accepts: (value) => value > 0 && value <= 0.001,
  limits: { exclusiveMinimum: 0, maximum: 0.001 },
});

const iterations = numeric({
  expected: { zh: "1 至 100 的整数", en: "a whole number from 1 to 100" },
  remedy: { zh: "请写步数，如 30。", en: "Write the number of steps, such as 30." },
  accepts: (value) => value >= 1 && value <= 100,
  limits: { minimum: 1, maximum: 100 },
  whole: true,
});

const blockFields = {
  label,
  members: required(
    list(spot(quantityName)),
    "同期互相决定的指标。",
    "Indicators that determine each other in the same period.",
  ),
  start: optional(
    record(quantityName, anyNumber),
    "求解的起点，默认为上一期的值，没有则为 0。",
    "Where the search begins; last period's value by default, 0 where there is none.",
  ),
  tolerance: optional(
    residual,
    `方程两边之差与 max(1, |x|) 之比的上限，默认 ${BLOCK_DEFAULTS.tolerance}。`,
    `Largest gap of both sides of an equation, relative to max(1, |x|); ${BLOCK_DEFAULTS.tolerance} by default.`,
  ),
  iterations: optional(
    iterations,
    `方程不是线性时的求解步数，默认 ${BLOCK_DEFAULTS.iterations}。`,
    `Steps of the search where the equations are not linear; ${BLOCK_DEFAULTS.iterations} by default.`,
  ),
  source: from,
};

/** An estimate brings its own source; anything else must say where it comes from. */
const UNCERTAIN_VARIANTS: Readonly<Record<string, Variant>> = {
  distribution: { needs: ["source"] },
  estimate: { takes: ["source", "within"] },
};

const fileFields = {
  planodds: required(exactly(1), "格式版本。", "Version of the format."),
  id: required(
    key,
    "模型的标识，与文件夹同名。",
    "Identifier of the model, the name of its folder.",
  ),
  title: required(text, "标题。", "Title."),
  summary: required(text, "简介。", "Summary."),
  plan: required(object(planFields), "所依据的计划文件。", "The plan document."),
  periods: required(spot(list(spot(year))), "各期年份，连续。", "Years, consecutive."),
  references: required(
    record(key, object(referenceFields)),
    "可引用的文献与数据。",
    "Documents, data sets and papers to cite.",
  ),
  sections: required(record(key, text), "目标的章节，按顺序。", "Sections of targets, in order."),
  groups: required(record(key, text), "假设的分组，按顺序。", "Groups of inputs, in order."),
  estimates: optional(
    record(quantityName, estimate),
    "由历史数据得出的估计。",
    "What is estimated from history.",
  ),
  inputs: required(
    record(
      quantityName,
      object(inputFields, {
        variants: { ...UNCERTAIN_VARIANTS, bootstrap: { needs: ["source"] } },
      }),
    ),
    "不确定的假设。",
    "Uncertain assumptions.",
  ),
  parameters: optional(
    record(
      quantityName,
      object(parameterFields, {
        variants: { value: { needs: ["source"] }, ...UNCERTAIN_VARIANTS },
      }),
    ),
    "系数，固定或不确定。",
    "Coefficients, fixed or uncertain.",
  ),
  indicators: required(
    record(quantityName, object(indicatorFields)),
    "指标及其方程。",
    "Indicators with their equations.",
  ),
  blocks: optional(
    record(key, object(blockFields)),
    "联立方程组：同期互相决定、一并求解的指标。",
    "Blocks: indicators that determine each other in the same period, solved at once.",
  ),
  correlations: optional(
    list(object(correlationFields, { variants: { rank: {}, estimate: {} } })),
    "假设之间的相关。",
    "Correlations between inputs.",
  ),
  copula: optional(
    oneOrMore(object(copulaFields)),
    "相关的量在极端情形下如何同时变动；不写则为高斯 copula。",
    "How correlated quantities go together in extremes; a Gaussian copula without it.",
  ),
  correlation_repair: optional(
    oneOf(["nearest"] as const),
    "相关系数不能同时成立时，改用最接近的可行相关矩阵。",
    "Where correlations cannot all hold, take the nearest that can.",
  ),
  targets: required(
    list(object(targetFields, { by: "relation", variants: RELATION_VARIANTS })),
    "目标，按显示顺序。",
    "Targets, in the order of display.",
  ),
};

/** A plan file as read: shapes are right where values are there, nothing is looked up yet. */
export type PlanFile = ObjectOf<typeof fileFields>;
/** An input as read. */
export type InputEntry = ObjectOf<typeof inputFields>;
/** A parameter as read. */
export type ParameterEntry = ObjectOf<typeof parameterFields>;
/** An indicator as read. */
export type IndicatorEntry = ObjectOf<typeof indicatorFields>;
/** A block of simultaneous equations as read. */
export type BlockEntry = ObjectOf<typeof blockFields>;
/** A target as read. */
export type TargetEntry = ObjectOf<typeof targetFields>;

/** The shape of a plan file. */
export const planShape: Shape<PlanFile> = object(fileFields);

/** The JSON Schema of plan files, for completion in editors. */
export const planSchema = (): JsonSchema => fileSchema(planShape, "Planodds plan, version 1");
