import { jointCoefficients } from "../estimation/joint-coefficients.ts";
import type { Definition } from "../model/definition.ts";
import { fillGaps } from "../model/fill-gaps.ts";
import { knownSeries } from "../model/known-series.ts";
import type { Outcome } from "../outcome.ts";
import { type PlacedUse, reportUsedTwice } from "./estimate-uses-check.ts";
import type { RecordEntry } from "./list-shapes.ts";
import { buildBlocks } from "./plan-blocks.ts";
import type { Past, PlanContext } from "./plan-context.ts";
import { buildJoins } from "./plan-copulas.ts";
import { buildEstimates } from "./plan-estimates.ts";
import {
  buildIndicators,
  buildInput,
  buildParameter,
  type DraftedQuantities,
  draftQuantities,
} from "./plan-quantities.ts";
import { type PlanFile, planShape } from "./plan-shape.ts";
import { buildTargets, type IndicatorFacts } from "./plan-targets.ts";
import { readHistoryTable } from "./read-history-table.ts";
import { readShape } from "./read-shape.ts";
import type { ShapeSource } from "./shape.ts";

function checkPeriods(file: PlanFile, source: ShapeSource): readonly number[] {
  const spots = file.periods?.value ?? [];
  if (file.periods !== undefined && spots.length === 0) {
    source.report(
      file.periods.at,
      "no-period",
      { zh: "至少要有一期。", en: "There must be one period at least." },
      { zh: "请写作 `[2021]`。", en: "Write `[2021]`." },
    );
  }
  const gap = spots.find((spot, i) => i > 0 && spot.value !== spots[i - 1]!.value + 1);
  if (gap === undefined) return spots.map((spot) => spot.value);
  source.report(
    gap.at,
    "periods-not-consecutive",
    {
      zh: `各期应为连续的年份，${gap.value} 接不上前一期。`,
      en: `Periods are consecutive years; ${gap.value} does not follow the one before.`,
    },
    {
      zh: "请按年份依次写全，如 `[2021, 2022, 2023]`。",
      en: "Write every year in order, as in `[2021, 2022, 2023]`.",
    },
  );
  return [];
}

const keys = (
  entries: readonly RecordEntry<unknown>[] | undefined,
): ReadonlySet<string> | undefined =>
  entries === undefined ? undefined : new Set(entries.map((entry) => entry.key));

function indicatorFacts(drafted: DraftedQuantities): ReadonlyMap<string, IndicatorFacts> {
  return new Map(
    drafted.indicators.map(({ id, entry, unit }) => [
      id,
      { unit, label: entry.label, better: entry.better ?? "higher" },
    ]),
  );
}

/** Parts that were all read; a part is only missing where an issue says why. */
function complete<T>(parts: readonly (T | undefined)[]): readonly T[] {
  return parts.filter((part) => part !== undefined);
}

const placedUses = ({ inputs, parameters }: DraftedQuantities): readonly PlacedUse[] =>
  [...inputs, ...parameters].flatMap(({ id, entry, written }) =>
    entry.estimate !== undefined && written !== undefined && "estimate" in written
      ? [{ id, spot: entry.estimate }]
      : [],
  );

/** Everything that follows from the file's own keys; each part is looked at whatever the others hold. */
function buildParts(file: PlanFile, options: PlanOptions, past: Past, source: ShapeSource) {
  const periods = options.periods ?? checkPeriods(file, source);
  const references = keys(file.references);
  const estimates = buildEstimates(file.estimates ?? [], { source, references, past });
  const drafted = draftQuantities(file, periods, past, estimates, source);
  const context: PlanContext = {
    source,
    table: drafted.table,
    references,
    sections: keys(file.sections),
    groups: keys(file.groups),
    past,
    estimates,
  };
  reportUsedTwice(placedUses(drafted), source);
  const results = complete([...estimates.values()]).map(({ estimate }) => estimate);
  const inputs = complete(drafted.inputs.map((input) => buildInput(input, context)));
  const parameters = complete(drafted.parameters.map((each) => buildParameter(each, context)));
  const joint = jointCoefficients(parameters, results);
  const blocks = buildBlocks(file.blocks ?? [], context);
  return {
    estimates: results,
    ...(joint.length === 0 ? {} : { jointGroups: joint }),
    periods: drafted.table.periods,
    inputs,
    parameters,
    indicators: complete(buildIndicators(drafted.indicators, blocks, context)),
    blocks: complete(blocks.map(({ block }) => block)),
    ...buildJoins(file, context),
    targets:
      options.periods === undefined
        ? complete(buildTargets(file.targets ?? [], indicatorFacts(drafted), context))
        : [],
  };
}

function labelled<T>(entries: readonly RecordEntry<T>[] | undefined) {
  return complete(
    (entries ?? []).map(({ key, value }) =>
      value === undefined ? undefined : { id: key, label: value },
    ),
  );
}

function assemble(
  file: PlanFile,
  asOf: string,
  parts: ReturnType<typeof buildParts> & Pick<Definition, "series">,
): Definition | undefined {
  const { id, title, summary, plan } = file;
  const { place, issuer, document, date, url } = plan ?? {};
  if (id === undefined || title === undefined || summary === undefined) return undefined;
  if (place === undefined || issuer === undefined) return undefined;
  if (document === undefined || date === undefined) return undefined;
  const references = complete(
    (file.references ?? []).map(({ key, value }) => {
      if (value?.title === undefined || value.published === undefined) return undefined;
      const address = value.url === undefined ? {} : { url: value.url };
      return [key, { title: value.title, published: value.published, ...address }] as const;
    }),
  );
  return {
    id,
    title,
    summary,
    plan: { place, issuer, document, date, ...(url === undefined ? {} : { url }) },
    asOf,
    sections: labelled(file.sections),
    groups: labelled(file.groups),
    references: Object.fromEntries(references),
    ...parts,
  };
}

/** What a plan file is read with. */
export interface PlanOptions {
  /** The table of past figures beside the plan, `history.csv`; `file` is the name that its issues carry. */
  readonly history?: { readonly file: string; readonly text: string } | undefined;
  /**
   * ISO date of the state of knowledge, in place of the plan's own date. Past values that were not known then are
   * NaN, not mistakes.
   */
  readonly asOf?: string;
  /** Consecutive years in place of the file's own; the plan's targets, which belong to those, are left out. */
  readonly periods?: readonly number[];
}

/**
 * Reads a plan file with its history: either a definition in which everything has been checked, or every
 * mistake in both files, by line and column. Never throws. `file` is the name that issues carry.
 */
export function readPlan(
  text: string,
  file: string,
  options: PlanOptions = {},
): Outcome<Definition> {
  const { history } = options;
  const table = history && readHistoryTable(history.text, history.file);
  const isBroken = table !== undefined && table.issues.length > 0;
  const read = readShape(text, file, planShape, (plan, source) => {
    const asOf = options.asOf ?? plan.plan?.date ?? "9999-12-31";
    const observations = table?.observations ?? [];
    const past: Past = {
      series: knownSeries(observations, asOf),
      units: new Map(observations.map(({ indicator, unit }) => [indicator, unit])),
      table: table === undefined ? "none" : isBroken ? "broken" : "read",
      isRewound: options.asOf !== undefined || options.periods !== undefined,
    };
    const parts = buildParts(plan, options, past, source);
    const definition = assemble(plan, asOf, { ...parts, series: past.series });
    return definition && past.isRewound ? fillGaps(definition) : definition;
  });
  if (!isBroken) return read;
  return { ok: false, issues: [...table.issues, ...(read.ok ? [] : read.issues)] };
}
