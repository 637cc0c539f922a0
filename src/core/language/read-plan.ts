import type { Definition } from "../model/definition.ts";
import type { Outcome } from "../outcome.ts";
import type { RecordEntry } from "./list-shapes.ts";
import type { PlanContext } from "./plan-context.ts";
import { buildCorrelations } from "./plan-correlations.ts";
import {
  buildIndicators,
  buildInput,
  buildParameter,
  type DraftedQuantities,
  draftQuantities,
} from "./plan-quantities.ts";
import { type PlanFile, planShape } from "./plan-shape.ts";
import { buildTargets, type IndicatorFacts } from "./plan-targets.ts";
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

/** Everything that follows from the file's own keys; each part is looked at whatever the others hold. */
function buildParts(file: PlanFile, source: ShapeSource) {
  const drafted = draftQuantities(file, checkPeriods(file, source), source);
  const context: PlanContext = {
    source,
    table: drafted.table,
    references: keys(file.references),
    sections: keys(file.sections),
    groups: keys(file.groups),
  };
  return {
    periods: drafted.table.periods,
    inputs: complete(drafted.inputs.map((input) => buildInput(input, context))),
    parameters: complete(drafted.parameters.map((parameter) => buildParameter(parameter, context))),
    indicators: complete(buildIndicators(drafted.indicators, context)),
    correlations: complete(buildCorrelations(file.correlations ?? [], context)),
    targets: complete(buildTargets(file.targets ?? [], indicatorFacts(drafted), context)),
  };
}

function labelled<T>(entries: readonly RecordEntry<T>[] | undefined) {
  return complete(
    (entries ?? []).map(({ key, value }) =>
      value === undefined ? undefined : { id: key, label: value },
    ),
  );
}

function assemble(file: PlanFile, parts: ReturnType<typeof buildParts>): Definition | undefined {
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
    sections: labelled(file.sections),
    groups: labelled(file.groups),
    references: Object.fromEntries(references),
    ...parts,
  };
}

/**
 * Reads a plan file: either a definition in which everything has been checked, or every mistake in
 * the file, by line and column. Never throws. `file` is the name that issues carry.
 */
export function readPlan(text: string, file: string): Outcome<Definition> {
  return readShape(text, file, planShape, (plan, source) =>
    assemble(plan, buildParts(plan, source)),
  );
}
