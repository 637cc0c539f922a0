import { distribution, quantityName, source, year } from "./common-shapes.ts";
import { list, record } from "./list-shapes.ts";
import { type ObjectOf, object, optional, required } from "./object-shape.ts";
import { numeric, truth, word } from "./scalar-shapes.ts";
import { type Shape, spot } from "./shape.ts";

const series = spot(quantityName);

const predictor = spot(
  word({
    expected: {
      zh: "序列名称，或上一年的值，如 `gdp_growth[t-1]`",
      en: "the name of a series, or its value of last year as in `gdp_growth[t-1]`",
    },
    remedy: {
      zh: "序列写在 history.csv 里。",
      en: "Series stand in history.csv.",
    },
    pattern: /^[A-Za-z][A-Za-z0-9_]*(?:\[t-[1-9]\])?$/,
    code: "wrong-name",
  }),
);

const positive = numeric({
  expected: { zh: "大于 0 的数", en: "a number above 0" },
  remedy: { zh: "请写如 4。", en: "Write, say, 4." },
  accepts: (value) => value > 0,
  limits: { exclusiveMinimum: 0 },
});

const sampleFields = {
  years: optional(
    list(year, 2),
    "样本的起止年份，默认全部已知年份。",
    "First and last year of the sample; all known years by default.",
  ),
  except: optional(list(year), "不用的年份。", "Years to leave out."),
};

const meanFields = {
  of: required(series, "序列。", "The series."),
  ...sampleFields,
};

const errorFields = {
  of: required(series, "实际值的序列。", "The series of outcomes."),
  against: required(
    series,
    "计划值的序列，或 trend：此前各年的均值。",
    "The series of what was promised, or `trend`: the mean of earlier years.",
  ),
  ...sampleFields,
};

const regressionFields = {
  of: required(series, "被解释的序列。", "The series to explain."),
  on: required(
    record(quantityName, predictor),
    "各系数的名称及其解释变量。",
    "Names of coefficients, each with the series it multiplies.",
  ),
  intercept: optional(truth, "是否有截距，默认 true。", "Whether it has one; true by default."),
  ...sampleFields,
};

const priorFields = {
  mean: optional(distribution, "均值的先验，正态分布。", "Of the mean: a normal distribution."),
  coefficients: optional(
    record(quantityName, distribution),
    "各系数的先验，正态分布；不写即无先验。",
    "Of coefficients: normal distributions; none where left out.",
  ),
  sd: required(positive, "对残差标准差的猜测。", "A guess of the residual sd."),
  weight: required(
    positive,
    "这一猜测相当于几年的数据。",
    "How many years of data that guess is worth.",
  ),
  source: required(source, "先验的出处。", "Where the prior comes from."),
};

const estimateFields = {
  mean: optional(object(meanFields), "序列的均值与波动。", "Mean and spread of a series."),
  error: optional(
    object(errorFields),
    "计划或趋势的误差：实际减计划。",
    "Errors of plans or of the trend: outcome minus promise.",
  ),
  regression: optional(
    object(regressionFields),
    "对其他序列的回归。",
    "Regression on other series.",
  ),
  prior: optional(object(priorFields), "先验。", "What is believed before the data."),
  source: required(source, "方法的理由或出处。", "Why it is estimated so, or after whom."),
};

/** An estimate as read. */
export type EstimateEntry = ObjectOf<typeof estimateFields>;
/** What is believed before the data, as read. */
export type PriorEntry = ObjectOf<typeof priorFields>;

/** An estimate from series, as read. */
export const estimate: Shape<EstimateEntry> = object(estimateFields, {
  variants: { mean: {}, error: {}, regression: {} },
});

/** What a quantity takes of an estimate: `exports.next`. */
export const estimateUse = spot(
  word({
    expected: {
      zh: "估计及其部分，如 `exports.next`",
      en: "an estimate and its part, such as `exports.next`",
    },
    remedy: {
      zh: "参数用均值或系数，假设用 next 或 residual。",
      en: "Parameters take a mean or a coefficient, inputs take next or residual.",
    },
    pattern: /^[A-Za-z][A-Za-z0-9_]*\.[A-Za-z][A-Za-z0-9_]*$/,
    code: "wrong-name",
  }),
);
