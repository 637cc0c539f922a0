import {
  anyNumber,
  degreesOfFreedom,
  distribution,
  key,
  pair,
  quantityName,
  rank,
  text,
  tolerance,
} from "./common-shapes.ts";
import type { Rules, Variant } from "./key-rules.ts";
import { list } from "./list-shapes.ts";
import { type ObjectOf, object, optional, required } from "./object-shape.ts";
import { exactly, numeric } from "./scalar-shapes.ts";
import { fileSchema, type JsonSchema, type Shape, spot } from "./shape.ts";

const factor = numeric({
  expected: { zh: "不为 0 的数", en: "a number other than 0" },
  remedy: { zh: "要去掉不确定性请用 `fix:`。", en: "Use `fix:` to take all uncertainty away." },
  accepts: (value) => value !== 0,
});

const widening = numeric({
  expected: { zh: "大于 0 的数", en: "a number above 0" },
  remedy: {
    zh: "小于 1 收窄，大于 1 放宽；要去掉不确定性请用 `fix:`。",
    en: "Below 1 it narrows, above 1 it widens; use `fix:` to take all uncertainty away.",
  },
  accepts: (value) => value > 0,
  limits: { exclusiveMinimum: 0 },
});

const MOVES: Variant = { oneOf: ["distribution", "shift", "scale", "spread", "fix"] };

/** The keys of a change. */
export const changeFields = {
  input: optional(spot(quantityName), "要改的假设。", "Input to change."),
  parameter: optional(spot(quantityName), "要改的参数。", "Parameter to change."),
  correlation: optional(pair, "要改或新增的相关。", "Pair whose correlation is changed or added."),
  student_t: optional(
    degreesOfFreedom,
    "相关的量改用 t copula，此为自由度。",
    "Join correlated quantities by a t copula of these degrees of freedom.",
  ),
  of: optional(
    list(spot(quantityName)),
    "t copula 所指的相关组中的量；不写则指所有相关组。",
    "Quantities of the groups that the t copula is about; all groups where there are none.",
  ),
  target: optional(spot(key), "要改容差的目标。", "Target whose tolerance is changed."),
  distribution: optional(distribution, "换成这个分布。", "Put this distribution in its place."),
  shift: optional(anyNumber, "整体平移：x + shift。", "Move as a whole: x + shift."),
  scale: optional(spot(factor), "整体放缩：scale · x。", "Multiply: scale · x."),
  spread: optional(
    spot(widening),
    "以中位数为中心放宽或收窄：median + spread · (x − median)。",
    "Widen or narrow about the median: median + spread · (x − median).",
  ),
  fix: optional(anyNumber, "固定为此值。", "Fix at this value."),
  rank: optional(rank, "新的秩相关系数。", "The new rank correlation."),
  tolerance: optional(tolerance, "新的容差。", "The new tolerance."),
  why: required(text, "理由。", "The reason."),
};

/** Which keys of a change go together. */
export const changeRules: Rules = {
  variants: {
    input: MOVES,
    parameter: MOVES,
    correlation: { needs: ["rank"] },
    student_t: { takes: ["of"] },
    target: { needs: ["tolerance"] },
  },
};

/** A change as read. */
export type ChangeEntry = ObjectOf<typeof changeFields>;

const fileFields = {
  planodds_scenario: required(exactly(1), "格式版本。", "Version of the format."),
  id: required(
    key,
    "情景的标识，与文件同名。",
    "Identifier of the scenario, the name of its file.",
  ),
  model: required(spot(key), "所改模型的标识。", "Identifier of the model it changes."),
  order: required(anyNumber, "在列表中的次序。", "Position in lists, ascending."),
  title: required(text, "名称。", "Title."),
  story: required(text, "情景的故事。", "What happens in this scenario."),
  changes: required(
    list(object(changeFields, changeRules)),
    "各项改动，依次生效；基准情景写 `[]`。",
    "Changes, made in order; `[]` for the baseline.",
  ),
};

/** A scenario file as read. */
export type ScenarioFile = ObjectOf<typeof fileFields>;

/** The shape of a scenario file. */
export const scenarioShape: Shape<ScenarioFile> = object(fileFields);

/** The JSON Schema of scenario files, for completion in editors. */
export const scenarioSchema = (): JsonSchema =>
  fileSchema(scenarioShape, "Planodds scenario, version 1");
