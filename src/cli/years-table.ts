import { formatProbability } from "../core/format/format-probability.ts";
import { yearlyOdds } from "../core/results/yearly-odds.ts";
import type { Language, Text } from "../core/text.ts";
import type { FinishedRun } from "./run-report.ts";
import { textTable } from "./text-table.ts";
import { cutText } from "./text-width.ts";

const LABEL_WIDTH = 40;

const TITLE: Text = { zh: "逐年概率", en: "Chance by year" };

const NOTE: Text = {
  zh: "* 为计划所定的年份；其余为假如当年也按同一条线要求（跨年合计的目标：以截至当年的进度判断）。",
  en: "* is the plan's own year; the others are as if asked for the same (sums over years: judged by then).",
};

/** Each target's probability by year, for reading in a terminal; empty where there is one period. */
export function yearsTable({ definition, years }: FinishedRun, language: Language): string {
  if (years === undefined) return "";
  const rows = definition.targets.map((target) => {
    const odds = new Map(
      yearlyOdds(definition, target, years.summary).map((each) => [each.year, each]),
    );
    const cells = definition.periods.map((year) => {
      const asked = odds.get(year);
      return asked === undefined ? "" : formatProbability(asked) + (asked.isOwn ? " *" : "  ");
    });
    return [cutText(target.label[language], LABEL_WIDTH), ...cells];
  });
  // The star has a column of its own behind the numbers.
  const head = [TITLE[language], ...definition.periods.map((year) => `${year}  `)];
  const sides = ["left", ...definition.periods.map(() => "right")] as ("left" | "right")[];
  return `${textTable([head, ...rows], sides)}${NOTE[language]}\n`;
}
