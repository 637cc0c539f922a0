import type { ScoreComparison } from "../backtest/compare-scores.ts";
import type { CoverageCount } from "../backtest/summarise-backtest.ts";
import type { Text } from "../text.ts";
import { formatCountOf } from "./format-count-of.ts";

/** Standard errors of fewer years say nothing. */
const FEWEST_YEARS = 5;

const tooFewYears = (years: number): Text => ({
  zh: `只有 ${years} 个年份，不足以下结论`,
  en: `${formatCountOf(years, "year is", "years are")} too few to conclude anything`,
});

/** What a difference of scores is worth: clear where it exceeds two standard errors of enough years. */
export function verdictOf({ difference, standardError, years }: ScoreComparison): Text {
  if (years < FEWEST_YEARS) return tooFewYears(years);
  const isClear = Math.abs(difference) > 2 * standardError;
  if (difference === 0) return { zh: "不分高下", en: "no difference" };
  if (difference < 0) {
    return isClear
      ? { zh: "模型明显更好", en: "the model is clearly better" }
      : { zh: "模型略好，可能出于偶然", en: "the model is better, perhaps by chance" };
  }
  return isClear
    ? { zh: "模型明显更差", en: "the model is clearly worse" }
    : { zh: "模型略差，可能出于偶然", en: "the model is worse, perhaps by chance" };
}

/** Whether a share of covered outcomes is clearly off, by both kinds of error. */
export function coverageVerdict(coverage: CoverageCount): Text {
  const { level, cases, covered, years, standardError, interval95 } = coverage;
  if (years < FEWEST_YEARS) return tooFewYears(years);
  const isOutside = level < interval95[0] || level > interval95[1];
  const off = covered / cases - level;
  if (!isOutside || Math.abs(off) <= 2 * standardError) {
    return {
      zh: "与应有的比例没有明显出入",
      en: "not clearly off what they should hold",
    };
  }
  return off < 0
    ? { zh: "区间明显太窄", en: "they are clearly too narrow" }
    : { zh: "区间明显太宽", en: "they are clearly too wide" };
}
