import { createKernel } from "../kernel/create-kernel.ts";
import { compile } from "../model/compile.ts";
import type { Definition, Target } from "../model/definition.ts";
import type { Text } from "../text.ts";
import type { PastTarget } from "./backtest.ts";
import type { YearValue } from "./rivals.ts";

const NOTHING: Text = { zh: "", en: "" };

/** A past target as a plan's target; `indicator` is what it is about. */
export function asTarget(past: PastTarget, indicator: string, label: Text): Target {
  return {
    id: `${indicator}_${past.year}`,
    label,
    indicator,
    period: past.year,
    section: "",
    wording: past.wording ?? NOTHING,
    relation: past.relation,
    commitment: "expected",
    source: { cites: [] },
  };
}

/**
 * Whether a past target was hit, by the values of its series; undefined where a year that it needs is not among
 * them. The observed values go through the same compiled relation as simulated ones.
 */
export function targetOutcome(past: PastTarget, values: readonly YearValue[]): boolean | undefined {
  const valueIn = (year: number): number | undefined =>
    values.find((each) => each.year === year)?.value;
  const value = valueIn(past.year);
  const before = valueIn(past.year - 1);
  if (value === undefined || (needsLastYear(past) && before === undefined)) return undefined;
  const program = compile(observedDefinition(past, value, before));
  const register = program.targets[0]?.hit;
  if (register === undefined) throw new Error("A target was compiled away.");
  const [hit] = createKernel(program, 1, "interpreter").columns(0, 1, [register]);
  return hit?.[0] === 1;
}

/** Whether a target compares with the year before it. */
export const needsLastYear = ({ relation }: PastTarget): boolean =>
  relation.kind === "stable" || (relation.kind === "rising" && relation.threshold === undefined);

/** A model in which the one indicator is what happened. */
function observedDefinition(
  past: PastTarget,
  value: number,
  before: number | undefined,
): Definition {
  const source = { cites: [] };
  const { series: id, better, year } = past;
  return {
    id,
    title: NOTHING,
    summary: NOTHING,
    plan: { place: NOTHING, issuer: NOTHING, document: "", date: `${year}-01-01` },
    asOf: `${year}-01-01`,
    series: {},
    periods: [year],
    sections: [],
    groups: [],
    references: {},
    inputs: [],
    parameters: [],
    estimates: [],
    blocks: [],
    indicators: [
      {
        id,
        label: NOTHING,
        unit: "1",
        source,
        better,
        equation: { kind: "number", value },
        equationText: String(value),
        ...(before === undefined ? {} : { history: { values: { [year - 1]: before }, source } }),
      },
    ],
    correlations: [],
    targets: [asTarget(past, id, NOTHING)],
  };
}
