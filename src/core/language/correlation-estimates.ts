import { estimateCorrelations, LEAST_PAIRS } from "../estimation/estimate-correlations.ts";
import { alignedSample, type Sample } from "../estimation/sample.ts";
import type { Correlation } from "../model/definition.ts";
import { findSeries } from "./find-series.ts";
import type { CorrelationEntry } from "./join-fields.ts";
import type { Past } from "./plan-context.ts";
import type { ShapeSource } from "./shape.ts";

type Estimated = Pick<Correlation, "rank"> & Required<Pick<Correlation, "estimate">>;

function readSample(
  { estimate }: CorrelationEntry,
  past: Past,
  source: ShapeSource,
): Sample | undefined {
  const [one, other] = (estimate ?? []).map((name) => findSeries(name, past, source));
  if (one === undefined || other === undefined) return undefined;
  return alignedSample(one, [{ series: other, lag: 0 }], () => true);
}

function reportFew(at: number, years: number, source: ShapeSource): void {
  source.report(
    at,
    "too-few-years",
    {
      zh: `两个序列当时已知的共同年份只有 ${years} 年，估计相关至少要 ${LEAST_PAIRS} 年。`,
      en: `The two series have ${years} known years in common; a correlation needs ${LEAST_PAIRS}.`,
    },
    {
      zh: "请补数据，或改写 `rank:` 并说明理由。",
      en: "Add figures, or write `rank:` and say why.",
    },
  );
}

function reportConstant(at: number, source: ShapeSource): void {
  source.report(
    at,
    "no-variation",
    {
      zh: "其中一个序列在这些年份里没有变化，无法估计相关。",
      en: "One of the series does not vary in these years: there is no correlation.",
    },
    { zh: "请换一个序列，或改写 `rank:`。", en: "Take another series, or write `rank:`." },
  );
}

/** A sample that gives a correlation, or none where that is reported, or too little is known in a rewound plan. */
function usableSample(
  entry: CorrelationEntry,
  past: Past,
  source: ShapeSource,
): Sample | undefined {
  const sample = readSample(entry, past, source);
  const at = entry.estimate?.[0]?.at ?? entry.anchor;
  if (sample === undefined) return undefined;
  const isFew = sample.years.length < LEAST_PAIRS;
  if (!isFew && [sample.y, ...sample.columns].every(varies)) return sample;
  if (past.isRewound) return undefined;
  if (isFew) reportFew(at, sample.years.length, source);
  else reportConstant(at, source);
  return undefined;
}

const varies = (values: readonly number[]): boolean => new Set(values).size > 1;

/**
 * Estimates all correlations that a plan asks for together, since they share their shrinkage. Where a rewound plan
 * knows too little yet they are shrunk to 0.
 */
export function readCorrelationEstimates(
  entries: readonly CorrelationEntry[],
  past: Past,
  source: ShapeSource,
): ReadonlyMap<CorrelationEntry, Estimated> {
  const asked = entries.flatMap((entry) => {
    const [one, other] = entry.estimate ?? [];
    if (one === undefined || other === undefined) return [];
    return [{ entry, series: [one.value, other.value] as const }];
  });
  const samples = asked.map(({ entry }) => usableSample(entry, past, source));
  const estimates = estimateCorrelations(samples.filter((sample) => sample !== undefined));
  let next = 0;
  return new Map(
    asked.flatMap(({ entry, series }, i): [CorrelationEntry, Estimated][] => {
      const found = samples[i] === undefined ? undefined : estimates[next++];
      if (found === undefined && !past.isRewound) return [];
      const { rank, ...rest } = found ?? { rank: 0, years: [], raw: 0, shrinkage: 1 };
      return [[entry, { rank, estimate: { series, ...rest } }]];
    }),
  );
}
