import {
  commitment,
  expression,
  key,
  quantityName,
  relation,
  text,
  tolerance,
  year,
} from "./common-shapes.ts";
import { list } from "./list-shapes.ts";
import { optional, required } from "./object-shape.ts";
import { from } from "./required-source.ts";
import { truth } from "./scalar-shapes.ts";
import { spot } from "./shape.ts";

/** Fields of a target in a plan file. */
export const targetFields = {
  id: required(spot(key), "目标的标识。", "Identifier of the target."),
  label: optional(text, "短名称，默认用指标的名称。", "Short name; the indicator's by default."),
  indicator: optional(
    spot(quantityName),
    "指标，默认与标识相同。",
    "Indicator; the identifier by default.",
  ),
  period: optional(spot(year), "年份，默认最后一期。", "Year; the last period by default."),
  cumulative: optional(
    spot(list(year, 2)),
    "累计的起止年份。",
    "First and last year of a sum over years.",
  ),
  compounded: optional(
    spot(list(year, 2)),
    "增速连乘的起止年份。",
    "First and last year whose growth rates are compounded.",
  ),
  section: required(spot(key), "所属章节。", "Section it belongs to."),
  wording: required(text, "计划原文。", "The plan's own words."),
  relation: required(spot(relation), "目标与指标的关系。", "What must hold."),
  value: optional(expression, "目标值。", "The value to reach."),
  tolerance: optional(tolerance, "容差，与指标同单位。", "Tolerance, in the indicator's unit."),
  two_sided: optional(
    truth,
    "`about` 是否两边都算偏离，默认 false。",
    "Whether `about` counts misses on both sides; false by default.",
  ),
  stretch: optional(expression, "力争达到的第二档。", "The more ambitious second tier."),
  reference: optional(expression, "对照的量。", "What it is compared with."),
  low: optional(expression, "下限。", "Lowest value."),
  high: optional(expression, "上限。", "Highest value."),
  commitment: required(
    commitment,
    "约束性（binding）或预期性（expected）。",
    "Binding or expected.",
  ),
  source: from,
};
