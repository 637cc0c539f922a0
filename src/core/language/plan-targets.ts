import type { Target } from "../model/definition.ts";
import type { Expression } from "../model/expression.ts";
import { describeUnit, isPercentage, type Unit } from "../model/unit.ts";
import type { Text } from "../text.ts";
import { coveredPeriod } from "./covered-period.ts";
import { suggestion } from "./nearest-name.ts";
import { lookUp, type PlanContext, readSource } from "./plan-context.ts";
import { hasValueIn } from "./plan-names.ts";
import { readRelation, readThreshold, type TargetScope } from "./plan-relations.ts";
import type { TargetEntry } from "./plan-shape.ts";
import type { ShapeSource, Spot } from "./shape.ts";

/** What targets may know of the indicators. */
export interface IndicatorFacts {
  readonly unit: Unit | undefined;
  readonly label: Text | undefined;
  readonly better: "higher" | "lower" | undefined;
}

type Indicators = ReadonlyMap<string, IndicatorFacts>;

function checkIndicator(
  entry: TargetEntry,
  indicators: Indicators,
  context: PlanContext,
): string | undefined {
  const name = entry.indicator ?? entry.id;
  if (name === undefined || indicators.has(name.value)) return name?.value;
  const isQuantity = context.table.quantities.has(name.value);
  context.source.report(
    name.at,
    "unknown-indicator",
    isQuantity
      ? { zh: `\`${name.value}\` 不是指标。`, en: `\`${name.value}\` is not an indicator.` }
      : { zh: `没有指标 \`${name.value}\`。`, en: `There is no indicator \`${name.value}\`.` },
    isQuantity
      ? {
          zh: `目标针对指标；请加一个方程为 \`${name.value}\` 的指标。`,
          en: `Targets are about indicators; add one with the equation \`${name.value}\`.`,
        }
      : suggestion(name.value, indicators.keys(), {
          zh: "请用 `indicator:` 指明，或在 indicators 中加上它。",
          en: "Name one by `indicator:`, or add it to indicators.",
        }),
  );
  return undefined;
}

/** The year of a target: as given, the end of its years, or the last period. */
function periodOf(
  entry: TargetEntry,
  { table: { periods }, source }: PlanContext,
): number | undefined {
  const last = periods.at(-1);
  const { period } = entry;
  if (period === undefined) return entry.cumulative?.value[1] ?? entry.compounded?.value[1] ?? last;
  return coveredPeriod(period, periods, source);
}

type Years = readonly [number, number];

/** The years of a target that is about several; undefined where they make no sense. */
function readYears(entry: Spot<readonly number[]>, source: ShapeSource): Years | undefined {
  const [from, to] = entry.value;
  if (from === undefined || to === undefined) return undefined;
  if (from < to) return [from, to];
  source.report(
    entry.at,
    "wrong-years",
    { zh: "起始年应早于终止年。", en: "The first year must come before the last." },
    { zh: "请写作 `[起始年, 终止年]`。", en: "Write `[first, last]`." },
  );
  return undefined;
}

/** Compounding needs percentages, and leaves no room for a sum. */
function checkCompounded(
  { cumulative, compounded }: TargetEntry,
  unit: Unit | undefined,
  source: ShapeSource,
): void {
  if (compounded === undefined) return;
  if (cumulative !== undefined) {
    source.report(
      compounded.at,
      "two-readings",
      {
        zh: "`cumulative`（合计）与 `compounded`（连乘）只能写一个。",
        en: "A target is a sum (`cumulative`) or compounded growth (`compounded`), not both.",
      },
      { zh: "请删去其中一个。", en: "Remove one of them." },
    );
  }
  if (unit === undefined || isPercentage(unit)) return;
  source.report(
    compounded.at,
    "wrong-unit",
    {
      zh: `只有百分数的增速能连乘，这里是 \`${describeUnit(unit)}\`。`,
      en: `Only growth rates in percent can be compounded; here is \`${describeUnit(unit)}\`.`,
    },
    {
      zh: "合计请用 `cumulative`；水平的目标直接写终止年的值。",
      en: "Use `cumulative` for a sum; a target on a level states the value of its last year.",
    },
  );
}

/** Every year in which the target needs its indicator. */
function yearsNeeded(entry: TargetEntry, period: number, span: Years | undefined) {
  const [from, to] = span ?? [period, period];
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const kind = entry.relation?.value;
  const lagged = kind === "stable" || (kind === "rising" && entry.value === undefined);
  return lagged ? [from - 1, ...years] : years;
}

function checkYears(
  entry: TargetEntry,
  indicator: string,
  years: readonly number[],
  context: PlanContext,
): void {
  const missing = years.filter((year) => !hasValueIn(context.table, indicator, year));
  if (missing.length === 0) return;
  const list = missing.join(", ");
  context.source.report(
    entry.cumulative?.at ?? entry.compounded?.at ?? entry.relation?.at ?? entry.anchor,
    "no-history",
    {
      zh: `这个目标需要 \`${indicator}\` 在 ${list} 年的值，而它没有。`,
      en: `This target needs \`${indicator}\` in ${list}, where it has no value.`,
    },
    {
      zh: "请在指标的 history 中补上，或扩展 periods，或改目标的年份、关系。",
      en: "Add them to the indicator's history, extend periods, or change the target's years or relation.",
    },
  );
}

function literal(expression: Expression | undefined): number | undefined {
  if (expression?.kind === "number") return expression.value;
  if (expression?.kind !== "unary" || expression.operator !== "-") return undefined;
  const value = literal(expression.operand);
  return value === undefined ? undefined : -value;
}

function readStretch(
  entry: TargetEntry,
  facts: IndicatorFacts | undefined,
  scope: TargetScope,
  value: Expression | undefined,
) {
  const stretch = readThreshold(entry.stretch, scope);
  const [floor, beyond] = [literal(value), literal(stretch?.expression)];
  if (floor === undefined || beyond === undefined || facts?.better === undefined) return stretch;
  const higher = facts.better === "higher";
  if (higher ? beyond > floor : beyond < floor) return stretch;
  scope.context.source.report(
    entry.stretch?.scalar.range?.[0] ?? entry.anchor,
    "stretch-not-beyond",
    {
      zh: `力争值 ${beyond} 应比目标值 ${floor} 更${higher ? "高" : "低"}（指标以${higher ? "高" : "低"}为好）。`,
      en: `The stretch value ${beyond} should be ${higher ? "above" : "below"} the value ${floor}: for this indicator ${facts.better} is better.`,
    },
    {
      zh: "请改 `stretch`、`value` 或指标的 `better`。",
      en: "Change `stretch`, `value` or the indicator's `better`.",
    },
  );
  return stretch;
}

function checkBounds(
  entry: TargetEntry,
  low: Expression,
  high: Expression,
  context: PlanContext,
): void {
  const [from, to] = [literal(low), literal(high)];
  if (from === undefined || to === undefined || from < to) return;
  context.source.report(
    entry.high?.scalar.range?.[0] ?? entry.anchor,
    "wrong-bounds",
    {
      zh: `上限 ${to} 应大于下限 ${from}。`,
      en: `The highest value ${to} should be above the lowest, ${from}.`,
    },
    { zh: "请改 `low` 或 `high`。", en: "Change `low` or `high`." },
  );
}

/** Reads a target; undefined where something of it could not be read. */
export function buildTarget(
  entry: TargetEntry,
  indicators: Indicators,
  context: PlanContext,
): Target | undefined {
  const indicator = checkIndicator(entry, indicators, context);
  const facts = indicator === undefined ? undefined : indicators.get(indicator);
  const period = periodOf(entry, context);
  checkCompounded(entry, facts?.unit, context.source);
  const span = entry.cumulative ?? entry.compounded;
  const years = span && readYears(span, context.source);
  const wrongYears = span !== undefined && years === undefined;
  if (indicator !== undefined && period !== undefined && !wrongYears) {
    checkYears(entry, indicator, yearsNeeded(entry, period, years), context);
  }
  const what = { zh: "章节", en: "section" };
  const section = lookUp(entry.section, context.sections, "sections", what, context.source);
  const scope: TargetScope = { context, period, unit: facts?.unit };
  const relation = readRelation(entry, scope);
  const threshold =
    relation !== undefined && "threshold" in relation ? relation.threshold : undefined;
  if (relation?.kind === "between") {
    checkBounds(entry, relation.low.expression, relation.high.expression, context);
  }
  const stretch = readStretch(entry, facts, scope, threshold?.expression);
  const source = readSource(entry.source, context);
  const { id, wording, commitment } = entry;
  const label = entry.label ?? facts?.label;
  if (id === undefined || indicator === undefined || label === undefined || period === undefined)
    return undefined;
  if (section === undefined || wording === undefined || commitment === undefined) return undefined;
  if (relation === undefined || source === undefined) return undefined;
  return {
    id: id.value,
    label,
    indicator,
    period,
    ...(years && { [entry.cumulative === undefined ? "compounded" : "cumulative"]: years }),
    section,
    wording,
    relation,
    ...(stretch === undefined ? {} : { stretch }),
    commitment,
    source,
  };
}

/** Reads all targets; their ids must differ. */
export function buildTargets(
  entries: readonly TargetEntry[],
  indicators: Indicators,
  context: PlanContext,
): readonly (Target | undefined)[] {
  const seen = new Set<string>();
  return entries.map((entry) => {
    if (entry.id !== undefined && seen.has(entry.id.value)) {
      context.source.report(
        entry.id.at,
        "duplicate-target",
        {
          zh: `目标 \`${entry.id.value}\` 已经写过。`,
          en: `There is a target \`${entry.id.value}\` above already.`,
        },
        {
          zh: "每个目标的 id 要不同；同一指标的另一目标请改 id，用 `indicator:` 指明指标。",
          en: "Give each target its own id; name a shared indicator by `indicator:`.",
        },
      );
    }
    if (entry.id !== undefined) seen.add(entry.id.value);
    return buildTarget(entry, indicators, context);
  });
}
