import type { PastTarget } from "../backtest/backtest.ts";
import { firstOutcomes } from "../backtest/first-outcomes.ts";
import { targetOutcome } from "../backtest/target-outcome.ts";
import type { Indicator, Relation, Threshold } from "../model/definition.ts";
import type { Observation } from "../model/series.ts";
import type { PastTargetEntry } from "./backtest-shape.ts";
import { halfLastDigit } from "./last-digit.ts";
import { nameList } from "./nearest-name.ts";
import type { ShapeSource } from "./shape.ts";

/** What a past target is about. */
export interface PastSubject {
  readonly series: string;
  readonly indicator?: string;
  readonly better: Indicator["better"];
  /** Where to say that something of it is missing. */
  readonly at: number;
}

interface Reading {
  readonly subject: PastSubject;
  readonly observations: readonly Observation[];
  readonly source: ShapeSource;
}

const threshold = (text: string): Threshold => ({
  expression: { kind: "number", value: Number(text) },
  text,
});

/** The value as written, or what the table says was promised. */
function readValue(entry: PastTargetEntry, { subject, observations, source }: Reading) {
  const written = entry.value;
  if (written !== undefined) {
    const text = written.value.text.trim();
    if (Number.isFinite(Number(text)) && text !== "") return threshold(text);
    source.report(
      written.at,
      "wrong-type",
      { zh: `应为一个数，这里是 \`${text}\`。`, en: `Expected a number; here is \`${text}\`.` },
      {
        zh: "往年目标的目标值只能是数，如 7.5。",
        en: "The value of a past target is a number, such as 7.5.",
      },
    );
    return undefined;
  }
  const name = `${subject.series}_target`;
  const promised = firstOutcomes(observations, name).find(({ year }) => year === entry.year);
  if (promised !== undefined) return threshold(String(promised.value));
  if (entry.year === undefined) return undefined;
  source.report(
    subject.at,
    "no-target-value",
    {
      zh: `这里没有 \`value\`，数据表也没有序列 \`${name}\` ${entry.year} 年的值。`,
      en: `There is no \`value\` here, and the table has no value of \`${name}\` in ${entry.year}.`,
    },
    {
      zh: "请补上 `value: …`，或在数据表中加上这一行。",
      en: "Add `value: …`, or a row to the table.",
    },
  );
  return undefined;
}

function readRelation(entry: PastTargetEntry, reading: Reading): Relation | undefined {
  const { relation: kind, tolerance, low, high } = entry;
  switch (kind) {
    case undefined:
      return undefined;
    case "positive":
    case "rising":
      return { kind };
    case "stable":
      return tolerance === undefined ? undefined : { kind, tolerance };
    case "between":
      if (low === undefined || high === undefined) return undefined;
      return { kind, low: threshold(String(low)), high: threshold(String(high)) };
    case "about": {
      const value = readValue(entry, reading);
      const within = tolerance ?? halfLastDigit(value?.text ?? "");
      if (value === undefined || within === undefined) return undefined;
      return { kind, threshold: value, tolerance: within, twoSided: entry.two_sided ?? false };
    }
    default: {
      const value = readValue(entry, reading);
      return value === undefined ? undefined : { kind, threshold: value };
    }
  }
}

/** Reads a past target; its series must say what became of it. */
export function readPastTarget(entry: PastTargetEntry, reading: Reading): PastTarget | undefined {
  const { subject, observations, source } = reading;
  const relation = readRelation(entry, reading);
  const { year, wording } = entry;
  if (relation === undefined || year === undefined) return undefined;
  const { series, indicator, better } = subject;
  const target: PastTarget = {
    year,
    series,
    ...(indicator === undefined ? {} : { indicator }),
    better,
    relation,
    ...(wording === undefined ? {} : { wording }),
  };
  const outcomes = firstOutcomes(observations, series);
  if (targetOutcome(target, outcomes) !== undefined) return target;
  const known = nameList(outcomes.map((row) => String(row.year)));
  source.report(
    subject.at,
    "no-outcome",
    {
      zh: `序列 \`${series}\` 的数据不足以判断 ${year} 年的这个目标是否达到。`,
      en: `The series \`${series}\` does not say whether this target of ${year} was hit.`,
    },
    {
      zh: `有数据的年份：${known.zh || "无"}。请补上数据，或删去这个目标。`,
      en: `It has values for ${known.en || "no year"}. Add the figure, or remove the target.`,
    },
  );
  return undefined;
}
