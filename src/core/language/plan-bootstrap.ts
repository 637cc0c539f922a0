import type { Input } from "../model/definition.ts";
import type { Series } from "../model/series.ts";
import { parseUnit } from "../model/unit.ts";
import { notYetKnown, type WrittenDistribution } from "./distribution-field.ts";
import { findSeries } from "./find-series.ts";
import type { RecordEntry } from "./list-shapes.ts";
import type { Past } from "./plan-context.ts";
import { checkSeriesUnit } from "./plan-history.ts";
import type { InputEntry } from "./plan-shape.ts";
import type { ShapeSource } from "./shape.ts";

/** Fewer common years are too few to draw from. */
const LEAST_YEARS = 5;

/** An input that takes its value of a past year, the same year as all other such inputs. */
export interface BootstrapDistribution extends WrittenDistribution {
  readonly bootstrap: NonNullable<Input["bootstrap"]>;
}

/** The years in which all series have values. */
function commonYears([first, ...others]: readonly Series[]): readonly number[] {
  const sets = others.map(({ points }) => new Set(points.map(({ year }) => year)));
  const years = (first?.points ?? []).map(({ year }) => year);
  return years.filter((year) => sets.every((set) => set.has(year)));
}

function reportFew(at: number, years: readonly number[], source: ShapeSource): void {
  source.report(
    at,
    "too-few-years",
    {
      zh: `各 \`bootstrap\` 序列当时已知的共同年份只有 ${years.length} 年，至少要 ${LEAST_YEARS} 年。`,
      en: `The series under \`bootstrap\` have ${years.length} known years in common; ${LEAST_YEARS} are needed.`,
    },
    {
      zh: "请补数据，或改用 estimate 或有依据的分布。",
      en: "Add figures, or use an estimate or a distribution instead.",
    },
  );
}

/**
 * Reads all inputs that are drawn from the years of the past, by id; those with issues are left out. In a rewound
 * plan too few years are no issue: the inputs are undefined.
 */
export function readBootstraps(
  entries: readonly RecordEntry<InputEntry>[],
  past: Past,
  source: ShapeSource,
): ReadonlyMap<string, BootstrapDistribution> {
  const drawn = entries.flatMap(({ key, value }) => {
    const name = value?.bootstrap;
    const series = name && findSeries(name, past, source);
    if (name === undefined || series === undefined) return [];
    const unit = value?.unit && { value: value.unit.value, at: name.at };
    checkSeriesUnit(name.value, unit && parseUnit(unit.value), unit, past, source);
    return [{ id: key, name, series }];
  });
  const years = commonYears(drawn.map(({ series }) => series));
  return new Map(
    drawn.flatMap(({ id, name, series }): [string, BootstrapDistribution][] => {
      if (years.length < LEAST_YEARS) {
        if (past.isRewound) {
          const bootstrap = { series: name.value, years: [], values: [] };
          return [[id, { ...notYetKnown(), bootstrap }]];
        }
        reportFew(name.at, years, source);
        return [];
      }
      const points = series.points.filter(({ year }) => years.includes(year));
      const values = points.map(({ value }) => value);
      const distribution = { kind: "empirical", values } as const;
      const distributionText = `bootstrap(${name.value})`;
      const bootstrap = { series: name.value, years, values };
      return [[id, { distribution, distributionText, bootstrap }]];
    }),
  );
}
