import { jointMembers } from "../estimation/joint-coefficients.ts";
import { BOOTSTRAP } from "../model/bootstrap.ts";
import type { Indicator, Input, Parameter, Source } from "../model/definition.ts";
import { parseUnit, UNIT_MULTIPLIERS, UNIT_NOUNS, type Unit } from "../model/unit.ts";
import {
  readDistribution,
  readFixedValue,
  type WrittenDistribution,
} from "./distribution-field.ts";
import { type EstimatedDistribution, type Estimates, readEstimateUse } from "./estimate-use.ts";
import { type CheckedExpression, readExpression } from "./expression-check.ts";
import { EXPRESSION_WORDS } from "./expression-tokens.ts";
import type { RecordEntry } from "./list-shapes.ts";
import { suggestion } from "./nearest-name.ts";
import type { DraftedBlock } from "./plan-blocks.ts";
import { type BootstrapDistribution, readBootstraps } from "./plan-bootstrap.ts";
import { reportCircles } from "./plan-circles.ts";
import { lookUp, type Past, type PlanContext, readSource } from "./plan-context.ts";
import { checkSeriesUnit, historyYears, readPast } from "./plan-history.ts";
import type { NameTable, QuantityFacts } from "./plan-names.ts";
import type { IndicatorEntry, InputEntry, ParameterEntry, PlanFile } from "./plan-shape.ts";
import { FUNCTION_NAMES } from "./read-expression.ts";
import type { ShapeSource, Spot } from "./shape.ts";

/** A quantity with what had to be read before its equations: unit and distribution. */
interface Drafted<E> {
  readonly id: string;
  readonly entry: E;
  readonly unit: Unit | undefined;
  readonly written: WrittenDistribution | EstimatedDistribution | BootstrapDistribution | undefined;
}

/** All quantities of a plan, with the names that equations may use. */
export interface DraftedQuantities {
  readonly inputs: readonly Drafted<InputEntry>[];
  readonly parameters: readonly Drafted<ParameterEntry>[];
  readonly indicators: readonly Drafted<IndicatorEntry>[];
  readonly table: NameTable;
}

/** Names that mean something else in equations. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set([
  "t",
  BOOTSTRAP,
  ...FUNCTION_NAMES,
  ...EXPRESSION_WORDS,
]);

/** Reads a unit; undefined where it is missing or not known. */
export function readUnit(unit: Spot<string> | undefined, source: ShapeSource): Unit | undefined {
  if (unit === undefined) return undefined;
  const parsed = parseUnit(unit.value);
  if (parsed !== undefined) return parsed;
  const nouns = UNIT_NOUNS.flatMap((noun) => [
    noun,
    ...UNIT_MULTIPLIERS.map((m) => `${m} ${noun}`),
  ]);
  const known = [...nouns, "%", "% yoy", "% yoy real", "% yoy nominal", "percentage points"];
  source.report(
    unit.at,
    "unknown-unit",
    { zh: `不认识单位 \`${unit.value}\`。`, en: `\`${unit.value}\` is not a known unit.` },
    suggestion(unit.value, known, {
      zh: `请写 \`1\`、\`%\`、\`% of …\`、\`% yoy\`、\`percentage points\`，或 \`[倍数] 名词 [per [倍数] 名词]\`；名词：${UNIT_NOUNS.join("、")}；倍数：${UNIT_MULTIPLIERS.join("、")}。`,
      en: `Write \`1\`, \`%\`, \`% of …\`, \`% yoy\`, \`percentage points\`, or \`[multiplier] noun [per [multiplier] noun]\`; nouns: ${UNIT_NOUNS.join(", ")}; multipliers: ${UNIT_MULTIPLIERS.join(", ")}.`,
    }),
  );
  return undefined;
}

/** Collects names: each may be used once, and none may mean something else in equations. */
class NameCollector {
  readonly quantities = new Map<string, QuantityFacts>();
  readonly #source: ShapeSource;

  constructor(source: ShapeSource) {
    this.#source = source;
  }

  add(entry: RecordEntry<unknown>, facts: QuantityFacts): void {
    const { key, keyAt } = entry;
    const other = this.quantities.get(key);
    if (RESERVED_NAMES.has(key)) this.#reportReserved(key, keyAt);
    else if (other === undefined) this.quantities.set(key, facts);
    else this.#reportDuplicate(key, keyAt, other);
  }

  #reportReserved(name: string, at: number): void {
    this.#source.report(
      at,
      "reserved-name",
      {
        zh: `\`${name}\` 在公式里另有含义，不能作名称。`,
        en: `\`${name}\` has a meaning of its own in equations.`,
      },
      { zh: "请改名。", en: "Choose another name." },
    );
  }

  #reportDuplicate(name: string, at: number, other: QuantityFacts): void {
    const kinds = { input: "假设", parameter: "参数", indicator: "指标" };
    this.#source.report(
      at,
      "duplicate-name",
      {
        zh: `名称 \`${name}\` 已用于一个${kinds[other.kind]}。`,
        en: `The name \`${name}\` is already that of ${other.kind === "parameter" ? "a" : "an"} ${other.kind}.`,
      },
      {
        zh: "假设、参数和指标共用一套名称，请改名。",
        en: "Inputs, parameters and indicators share one set of names; rename one.",
      },
    );
  }
}

/** What is not known at a rewound date is not certain. */
function isUncertain(written: WrittenDistribution | undefined): boolean | undefined {
  if (written === undefined) return undefined;
  const { distribution } = written;
  return distribution.kind !== "constant" || Number.isNaN(distribution.value);
}

/** Parameters that take coefficients of one estimate together. */
function joinedParameters(parameters: readonly Drafted<ParameterEntry>[]): readonly string[] {
  const estimated = parameters.flatMap(({ id, written }) =>
    written !== undefined && "estimate" in written ? [{ id, estimate: written.estimate }] : [],
  );
  return [...jointMembers(estimated).values()].flat().map(({ id }) => id);
}

/** Reads units and distributions, and collects the names. */
export function draftQuantities(
  file: PlanFile,
  periods: readonly number[],
  past: Past,
  estimates: Estimates,
  source: ShapeSource,
): DraftedQuantities {
  const names = new NameCollector(source);
  const none: ReadonlySet<number> = new Set();
  const draft = <E extends { readonly unit: Spot<string> | undefined }>(
    entry: RecordEntry<E>,
    facts: QuantityFacts,
    written?: Drafted<E>["written"],
  ): readonly Drafted<E>[] => {
    names.add(entry, facts);
    if (entry.value === undefined) return [];
    const { unit } = facts;
    checkSeriesUnit(entry.key, unit, entry.value.unit, past, source);
    return [{ id: entry.key, entry: entry.value, unit, written }];
  };
  const reading = { source, isRewound: past.isRewound };
  const bootstraps = readBootstraps(file.inputs ?? [], past, source);
  const inputs = (file.inputs ?? []).flatMap((entry) => {
    const unit = readUnit(entry.value?.unit, source);
    const written =
      bootstraps.get(entry.key) ??
      readDistribution(entry.value?.distribution, source, past) ??
      (entry.value && readEstimateUse(entry.value, "input", unit, estimates, reading));
    const facts = {
      kind: "input",
      unit,
      historyYears: historyYears(entry.key, entry.value?.history, past),
      uncertain: isUncertain(written),
      joined: bootstraps.has(entry.key),
    } as const;
    return draft(entry, facts, written);
  });
  const parameters = (file.parameters ?? []).flatMap((entry) => {
    const unit = readUnit(entry.value?.unit, source);
    const written =
      readFixedValue(entry.value?.value, source) ??
      readDistribution(entry.value?.distribution, source, past) ??
      (entry.value && readEstimateUse(entry.value, "parameter", unit, estimates, reading));
    const facts = {
      kind: "parameter",
      unit,
      historyYears: none,
      uncertain: isUncertain(written),
    } as const;
    return draft(entry, facts, written);
  });
  const indicators = (file.indicators ?? []).flatMap((entry) => {
    const facts = {
      kind: "indicator",
      unit: readUnit(entry.value?.unit, source),
      historyYears: historyYears(entry.key, entry.value?.history, past),
      uncertain: false,
    } as const;
    return draft(entry, facts);
  });
  for (const id of joinedParameters(parameters)) {
    const facts = names.quantities.get(id);
    if (facts !== undefined) names.quantities.set(id, { ...facts, joined: true });
  }
  const table = { quantities: names.quantities, periods, allowsGaps: past.isRewound };
  return { inputs, parameters, indicators, table };
}

/** The source of the estimate that a quantity uses; empty where a rewound plan cannot make it yet. */
function estimateSource(
  written: Drafted<unknown>["written"],
  { estimates, past }: PlanContext,
): Source | undefined {
  if (written === undefined || !("estimate" in written)) return undefined;
  const built = estimates.get(written.estimate.estimate);
  return built?.estimate.source ?? (past.isRewound ? { cites: [] } : undefined);
}

/** Finishes an input; undefined where something of it could not be read. */
export function buildInput(
  { id, entry, written }: Drafted<InputEntry>,
  context: PlanContext,
): Input | undefined {
  const what = { zh: "分组", en: "group" };
  const group = lookUp(entry.group, context.groups, "groups", what, context.source);
  const source = readSource(entry.source, context) ?? estimateSource(written, context);
  const history = readPast(id, entry.history, context);
  const { label, unit, lever } = entry;
  if (label === undefined || unit === undefined || group === undefined) return undefined;
  if (source === undefined || written === undefined) return undefined;
  const past = history === undefined ? {} : { history };
  return { id, label, unit: unit.value, source, group, lever: lever ?? false, ...written, ...past };
}

/** Finishes a parameter; undefined where something of it could not be read. */
export function buildParameter(
  { id, entry, written }: Drafted<ParameterEntry>,
  context: PlanContext,
): Parameter | undefined {
  const source = readSource(entry.source, context) ?? estimateSource(written, context);
  const { label, unit } = entry;
  if (label === undefined || unit === undefined || source === undefined || written === undefined) {
    return undefined;
  }
  return { id, label, unit: unit.value, source, ...written };
}

interface BuiltIndicator {
  readonly id: string;
  readonly equation: CheckedExpression;
  readonly indicator: Indicator | undefined;
}

function buildIndicator(
  { id, entry, unit }: Drafted<IndicatorEntry>,
  context: PlanContext,
): BuiltIndicator | undefined {
  const fit = { years: context.table.periods, unit };
  const equation =
    entry.equation === undefined
      ? undefined
      : readExpression(entry.equation, context.table, fit, context.source);
  const source = readSource(entry.source, context);
  const history = readPast(id, entry.history, context);
  if (equation === undefined) return undefined;
  const { label, definition, better } = entry;
  if (label === undefined || entry.unit === undefined || source === undefined) {
    return { id, equation, indicator: undefined };
  }
  const indicator = {
    id,
    label,
    unit: entry.unit.value,
    source,
    ...(definition === undefined ? {} : { definition }),
    better: better ?? "higher",
    equation: equation.expression,
    equationText: equation.text,
    ...(history === undefined ? {} : { history }),
  };
  return { id, equation, indicator };
}

/** Finishes the indicators and reports circles that no block declares, and blocks that are none. */
export function buildIndicators(
  drafted: readonly Drafted<IndicatorEntry>[],
  blocks: readonly DraftedBlock[],
  context: PlanContext,
): readonly (Indicator | undefined)[] {
  const built = drafted.map((draft) => buildIndicator(draft, context));
  const unique = new Map(built.filter((item) => item !== undefined).map((item) => [item.id, item]));
  reportCircles([...unique.values()], blocks, context);
  return built.map((item) => item?.indicator);
}
