import type { Text } from "../text.ts";
import { list, oneOrMore, record } from "./list-shapes.ts";
import { type ObjectOf, object, optional, required } from "./object-shape.ts";
import { RELATION_KINDS } from "./relation-shapes.ts";
import { numeric, oneOf, scalarText, word } from "./scalar-shapes.ts";
import { named, type Shape, spot } from "./shape.ts";

const DAY_OF_MONTH =
  "(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|[12]\\d)";

/** A text that does not look like a number, or is quoted. */
export const anyText = word({
  expected: { zh: "一段文字", en: "a text" },
  remedy: {
    zh: "请填写文字；像数字的文字要加引号。",
    en: "Write a text; quote one that looks like a number.",
  },
});

/** A text or a number, as written. */
export const anyWord = word({
  expected: { zh: "一段文字", en: "a text" },
  remedy: { zh: "请填写文字。", en: "Write a text." },
  numbers: true,
});

const bilingual = object({
  zh: required(anyText, "中文。", "In Chinese."),
  en: required(anyText, "英文。", "In English."),
});

/** A text in both languages; undefined unless both are there. */
export const text: Shape<Text> = named(
  "text",
  { zh: "中英文各一段文字。", en: "A text in both languages." },
  {
    ...bilingual,
    read: (place, source) => {
      const { zh, en } = bilingual.read(place, source) ?? {};
      return zh === undefined || en === undefined ? undefined : { zh, en };
    },
  },
);

/** A name that equations can use. */
export const quantityName = named(
  "name",
  { zh: "公式里用的名称。", en: "A name for use in equations." },
  word({
    expected: {
      zh: "名称（英文字母开头，只含字母、数字和下划线）",
      en: "a name of letters, digits and underscores that starts with a letter",
    },
    remedy: { zh: "例如 `gdp_growth`。", en: "For example `gdp_growth`." },
    pattern: /^[A-Za-z][A-Za-z0-9_]*$/,
    code: "wrong-name",
  }),
);

/** A key that is not used in equations. */
export const key = named(
  "key",
  { zh: "标识符。", en: "An identifier." },
  word({
    expected: {
      zh: "标识符（只含英文字母、数字、下划线和连字符）",
      en: "an identifier of letters, digits, underscores and hyphens",
    },
    remedy: { zh: "例如 `jiaxing-2021`。", en: "For example `jiaxing-2021`." },
    pattern: /^[A-Za-z0-9][A-Za-z0-9_-]*$/,
    code: "wrong-name",
    numbers: true,
  }),
);

/** An ISO date. 29 February is taken in every year. */
export const date = word({
  expected: { zh: "日期，如 2021-02-26", en: "a date such as 2021-02-26" },
  remedy: {
    zh: "请写作 年-月-日：四位年、两位月、两位日。",
    en: "Write year, month and day: 2021-02-26.",
  },
  pattern: new RegExp(`^\\d{4}-(?:${DAY_OF_MONTH})$`),
  code: "wrong-date",
});

/** A date, a month or a year. */
export const dateOrYear = word({
  expected: {
    zh: "日期或年份，如 2021-02-26 或 2021",
    en: "a date or year such as 2021-02-26 or 2021",
  },
  remedy: { zh: "请写作 年-月-日、年-月 或 年。", en: "Write 2021-02-26, 2021-02 or 2021." },
  pattern: new RegExp(`^\\d{4}(?:-(?:0[1-9]|1[0-2])|-(?:${DAY_OF_MONTH}))?$`),
  code: "wrong-date",
  numbers: true,
});

/** An address on the web. */
export const url = word({
  expected: {
    zh: "以 https:// 或 http:// 开头的网址",
    en: "an address that starts with https:// or http://",
  },
  remedy: { zh: "请写完整的网址，或删去此键。", en: "Write the full address, or remove the key." },
  pattern: /^https?:\/\/\S+$/,
  code: "wrong-url",
});

/** A year from 1900 to 2200. */
export const year = numeric({
  expected: { zh: "年份，如 2021", en: "a year such as 2021" },
  remedy: { zh: "请写四位年份。", en: "Write the year in four digits." },
  accepts: (value) => value >= 1900 && value <= 2200,
  limits: { minimum: 1900, maximum: 2200 },
  whole: true,
});

/** A finite number. */
export const anyNumber = numeric({
  expected: { zh: "一个数", en: "a number" },
  remedy: {
    zh: "请写数字，不带单位和引号，如 0.5。",
    en: "Write a number without unit or quotes, such as 0.5.",
  },
});

/** A number ≥ 0. */
export const tolerance = numeric({
  expected: { zh: "不小于 0 的数", en: "a number of 0 or more" },
  remedy: { zh: "请写容差，如 0.5。", en: "Write the tolerance, such as 0.5." },
  accepts: (value) => value >= 0,
  limits: { minimum: 0 },
});

/** Spearman's rank correlation, −1 < rank < 1. */
export const rank = numeric({
  expected: { zh: "大于 −1、小于 1 的秩相关系数", en: "a rank correlation above −1 and below 1" },
  remedy: {
    zh: "请写如 0.4；完全同步的两个量请合为一个。",
    en: "Write, say, 0.4; merge two quantities that move as one.",
  },
  accepts: (value) => value > -1 && value < 1,
  limits: { exclusiveMinimum: -1, exclusiveMaximum: 1 },
});

/** Degrees of freedom of a t copula. */
export const degreesOfFreedom = numeric({
  expected: { zh: "1 到 1000 的自由度", en: "degrees of freedom from 1 to 1000" },
  remedy: {
    zh: "例如 5：自由度越小，极端情形越常同时出现；不写则为高斯 copula。",
    en: "For example 5: the fewer, the more often extremes come together; without the key the copula is Gaussian.",
  },
  accepts: (value) => value >= 1 && value <= 1000,
  limits: { minimum: 1, maximum: 1000 },
});

/** Two names. */
export const pair = list(spot(quantityName), 2);

/** Lowest and highest value. */
export const interval = list(anyNumber, 2);

/** A number or an equation's right side, as written; it is parsed later. */
export const expression = named(
  "expression",
  { zh: "数或公式，如 `a + 2 * b`。", en: "A number or an expression such as `a + 2 * b`." },
  scalarText(
    { zh: "数或公式", en: "a number or an expression" },
    { zh: "例如 8，或 `gdp_growth + 1`。", en: "For example 8, or `gdp_growth + 1`." },
  ),
);

/** A distribution as written; it is parsed later. */
export const distribution = named(
  "distribution",
  {
    zh: "分布，如 `normal(5, 4)`；各种分布见 models/README.md。",
    en: "A distribution such as `normal(5, 4)`; models/README.md lists them all.",
  },
  scalarText(
    { zh: "分布", en: "a distribution" },
    {
      zh: "例如 `normal(5, 4)`（均值、标准差）。",
      en: "For example `normal(5, 4)`: mean and standard deviation.",
    },
  ),
);

const sourceFields = {
  cite: optional(
    oneOrMore(spot(key)),
    "所引文献的键，一个或多个。",
    "Keys of the references cited, one or more.",
  ),
  note: optional(text, "引用了什么、在文献的何处。", "What was taken, and where it stands."),
  judgement: optional(text, "属于判断时，写明理由。", "The reasoning, where it is a judgement."),
};

/** Where something comes from, as read; its references are not looked up yet. */
export type SourceEntry = ObjectOf<typeof sourceFields>;

/** Where something comes from: references, a judgement, or both. */
export const source: Shape<SourceEntry> = named(
  "source",
  {
    zh: "出处：引用文献（cite）或判断（judgement），至少一项。",
    en: "Where it comes from: cited references, a judgement, or both.",
  },
  object(sourceFields, { anyOf: ["cite", "judgement"] }),
);

const historyYear = word({
  expected: { zh: "年份", en: "a year" },
  remedy: {
    zh: "请写四位年份，如 `2020: 3.5`。",
    en: "Write the year in four digits, as in `2020: 3.5`.",
  },
  pattern: /^(?:19|20|21)\d\d$/,
  code: "wrong-year",
  numbers: true,
});

const historyFields = {
  values: required(
    record(historyYear, anyNumber),
    "各年的值，如 `2020: 3.5`。",
    "Values by year, as in `2020: 3.5`.",
  ),
  source: required(source, "出处。", "Where they come from."),
};

/** Observed values of a quantity, as read. */
export type HistoryEntry = ObjectOf<typeof historyFields>;

/** Observed values of a quantity before the first period. */
export const history: Shape<HistoryEntry> = named(
  "history",
  { zh: "第一期之前的实际值。", en: "Observed values before the first period." },
  object(historyFields),
);

/** Which way an indicator is good. */
export const better = oneOf(["higher", "lower"]);
/** 约束性 or 预期性. */
export const commitment = oneOf(["binding", "expected"]);
/** How a target is judged. */
export const relation = oneOf(RELATION_KINDS);
