import type { Response, Statistic } from "../model/check.ts";
import {
  expression,
  interval,
  key,
  pair,
  quantityName,
  text,
  tolerance,
  year,
} from "./common-shapes.ts";
import { list } from "./list-shapes.ts";
import { type ObjectOf, object, optional, required } from "./object-shape.ts";
import { exactly, oneOf } from "./scalar-shapes.ts";
import { fileSchema, type JsonSchema, type Shape, spot } from "./shape.ts";

const STATISTICS: readonly Statistic[] = [
  "mean",
  "sd",
  "p5",
  "p10",
  "p25",
  "median",
  "p75",
  "p90",
  "p95",
];
const RESPONSES: readonly Response[] = ["rises", "falls", "unchanged"];

const of = required(spot(quantityName), "假设、参数或指标。", "Input, parameter or indicator.");
const period = optional(spot(year), "年份，默认最后一期。", "Year; the last period by default.");
const between = required(
  spot(interval),
  "应在此区间内（含端点）。",
  "Lowest and highest value allowed.",
);
const direction = required(oneOf(RESPONSES), "上升、下降或不变。", "Which way it moves.");

const statistic = object({
  of,
  period,
  is: required(oneOf(STATISTICS), "哪个统计量。", "Which statistic."),
  between,
});

const correlation = object({ of: required(pair, "两个量。", "Two quantities."), period, between });

const response = object({
  to: required(
    spot(quantityName),
    "从 p10 移到 p90 的假设或参数。",
    "Input or parameter that moves from its p10 to its p90.",
  ),
  of,
  period,
  is: direction,
});

const identity = object({
  left: required(expression, "左边。", "Left side."),
  right: required(expression, "右边。", "Right side."),
  tolerance: required(tolerance, "相对误差。", "Relative tolerance."),
});

const probability = object({ of: required(spot(key), "目标。", "Target."), between });

const scenarioFields = {
  name: required(spot(key), "情景。", "Scenario."),
  of: optional(spot(quantityName), "均值受影响的量。", "Quantity whose mean moves."),
  period,
  target: optional(spot(key), "达标概率受影响的目标。", "Target whose probability moves."),
  is: direction,
};

const scenario = object(scenarioFields, { variants: { of: { takes: ["period"] }, target: {} } });

const range = object({ of, period, between });

const checkFields = {
  claim: required(text, "论断，供经济学者阅读。", "The claim, for an economist to read."),
  statistic: optional(
    statistic,
    "一个量的统计值在区间内。",
    "A statistic of a quantity lies in an interval.",
  ),
  correlation: optional(
    correlation,
    "两个量的秩相关在区间内。",
    "The rank correlation of two quantities lies in an interval.",
  ),
  response: optional(response, "一个量随假设升降。", "A quantity follows an input up or down."),
  identity: optional(identity, "每次抽样都成立的等式。", "An equation that holds in every draw."),
  probability: optional(
    probability,
    "目标的达标概率在区间内。",
    "A target's probability lies in an interval.",
  ),
  scenario: optional(scenario, "与基准相比的升降。", "What a scenario moves against the baseline."),
  range: optional(range, "每次抽样都在区间内。", "A quantity lies in an interval in every draw."),
};

const KINDS = [
  "statistic",
  "correlation",
  "response",
  "identity",
  "probability",
  "scenario",
  "range",
];

/** A check as read. */
export type CheckEntry = ObjectOf<typeof checkFields>;

const fileFields = {
  planodds_checks: required(exactly(1), "格式版本。", "Version of the format."),
  model: required(spot(key), "所检验模型的标识。", "Identifier of the model it checks."),
  checks: required(
    list(object(checkFields, { variants: Object.fromEntries(KINDS.map((kind) => [kind, {}])) })),
    "各项检验。",
    "The checks.",
  ),
};

/** A checks file as read. */
export type ChecksFile = ObjectOf<typeof fileFields>;

/** The shape of a checks file. */
export const checksShape: Shape<ChecksFile> = object(fileFields);

/** The JSON Schema of checks files, for completion in editors. */
export const checksSchema = (): JsonSchema => fileSchema(checksShape, "Planodds checks, version 1");
