import { degreesOfFreedom, pair, quantityName, rank } from "./common-shapes.ts";
import { list } from "./list-shapes.ts";
import { type ObjectOf, optional, required } from "./object-shape.ts";
import { from } from "./required-source.ts";
import { spot } from "./shape.ts";

/** What an entry of `correlations` says. */
export const correlationFields = {
  between: required(pair, "两个假设或不确定参数。", "Two inputs or uncertain parameters."),
  rank: optional(rank, "秩相关系数（Spearman）。", "Rank correlation (Spearman)."),
  estimate: optional(
    pair,
    "由两个序列估计秩相关，并向 0 收缩。",
    "Rank correlation estimated from two series, shrunk towards 0.",
  ),
  source: from,
};

/** What an entry of `copula` says. */
export const copulaFields = {
  student_t: required(
    degreesOfFreedom,
    "t copula 的自由度。",
    "Degrees of freedom of the t copula.",
  ),
  of: optional(
    list(spot(quantityName)),
    "所指的相关组中的量；不写则指所有相关组。",
    "Quantities of the groups that it is about; all groups where there are none.",
  ),
  source: from,
};

/** A correlation as read. */
export type CorrelationEntry = ObjectOf<typeof correlationFields>;
/** A choice of copula as read. */
export type CopulaEntry = ObjectOf<typeof copulaFields>;
