import type { Distribution } from "../model/distribution.ts";
import { quantile } from "../sampling/quantile.ts";
import type { Language, Text } from "../text.ts";
import { decimalsFor, formatCount, formatNumber } from "./format-number.ts";
import { formatPercent } from "./format-probability.ts";
import { formatObserved, formatQuantity } from "./format-quantity.ts";

const plainNumber = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 1);

/** Which family a distribution is of. */
function familyName(d: Distribution): Text {
  switch (d.kind) {
    case "constant":
      return { zh: "固定值", en: "fixed" };
    case "normal":
      return { zh: "正态分布", en: "normal" };
    case "lognormal":
      return { zh: "对数正态分布", en: "lognormal" };
    case "student_t":
      return {
        zh: `t 分布（自由度 ${plainNumber(d.df)}）`,
        en: `Student's t (${plainNumber(d.df)} degrees of freedom)`,
      };
    case "triangular":
      return { zh: "三角分布", en: "triangular" };
    case "pert":
      return { zh: "PERT 分布", en: "PERT" };
    case "uniform":
      return { zh: "均匀分布", en: "uniform" };
    case "beta":
      return { zh: "贝塔分布", en: "beta" };
    case "gamma":
      return { zh: "伽马分布", en: "gamma" };
    case "two_piece_normal":
      return { zh: "两段正态分布", en: "two-piece normal" };
    case "poisson":
      return { zh: "泊松分布", en: "Poisson" };
    case "binomial":
      return { zh: "二项分布", en: "binomial" };
    case "bernoulli":
      return { zh: "两点分布", en: "event" };
    case "truncated": {
      const { zh, en } = familyName(d.base);
      return { zh: `${zh}（有上下限）`, en: `${en} within limits` };
    }
    case "mixture":
      return { zh: "混合分布", en: "mixture" };
    case "empirical":
      return {
        zh: `${formatCount(d.values.length)} 个值，机会相等`,
        en: `${formatCount(d.values.length)} values, equally likely`,
      };
    case "quantiles":
      return { zh: "按分位数给定的分布", en: "given by percentiles" };
    case "affine":
      return familyName(d.base);
    default:
      return d satisfies never;
  }
}

/** Tell a distribution in words: its family, and the middle and range of what it says. */
export function distributionWords(d: Distribution, unit: string, language: Language): string {
  const zh = language === "zh";
  if (d.kind === "constant") {
    if (Number.isNaN(d.value)) return zh ? "当时尚不可知" : "not known yet";
    return `${zh ? "固定为 " : "fixed at "}${formatObserved(d.value, unit, language)}`;
  }
  const event = d.kind === "affine" ? d.base : d;
  if (event.kind === "bernoulli") return eventWords(d, event.probability, unit, language);
  const [low, middle, high] = [0.1, 0.5, 0.9].map((p) => quantile(d, p)) as [
    number,
    number,
    number,
  ];
  const decimals = decimalsFor(high - low, 2);
  const write = (value: number): string => formatQuantity(value, unit, language, decimals);
  const name = familyName(d)[language];
  return zh
    ? `${name}，中位数 ${write(middle)}，80%区间 ${write(low)} 至 ${write(high)}`
    : `${name}, median ${write(middle)}, 80% range ${write(low)} to ${write(high)}`;
}

/** What happens with a probability, and what otherwise. */
function eventWords(
  d: Distribution,
  probability: number,
  unit: string,
  language: Language,
): string {
  const [shift, scale] = d.kind === "affine" ? [d.shift, d.scale] : [0, 1];
  const write = (value: number): string => formatObserved(value, unit, language);
  const [share, rest] = [formatPercent(probability), formatPercent(1 - probability)];
  return language === "zh"
    ? `${share} 的机会为 ${write(shift + scale)}，${rest} 的机会为 ${write(shift)}`
    : `${write(shift + scale)} with probability ${share}, ${write(shift)} with ${rest}`;
}
