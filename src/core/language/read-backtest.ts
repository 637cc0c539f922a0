import type { Backtest, DatedChange, DatedStart, PastTarget } from "../backtest/backtest.ts";
import type { Definition } from "../model/definition.ts";
import type { Observation } from "../model/series.ts";
import type { Outcome } from "../outcome.ts";
import { type BacktestFile, backtestShape, type StartEntry } from "./backtest-shape.ts";
import { readPastTarget } from "./past-targets.ts";
import { lookUp } from "./plan-context.ts";
import { readShape } from "./read-shape.ts";
import { readChanges } from "./scenario-changes.ts";
import type { ShapeSource, Spot } from "./shape.ts";

/** What a backtest file may speak of. */
interface BacktestContext {
  readonly definition: Definition;
  readonly observations: readonly Observation[];
  /** Names of all series. */
  readonly series: ReadonlySet<string>;
  readonly source: ShapeSource;
}

/** Both ends of a span of years in order; reports a span that runs backwards. */
function readSpan(
  spot: Spot<readonly number[]> | undefined,
  source: ShapeSource,
): readonly [number, number] | undefined {
  const [from, to] = spot?.value ?? [];
  if (spot === undefined || from === undefined || to === undefined) return undefined;
  if (from <= to) return [from, to];
  source.report(
    spot.at,
    "wrong-years",
    { zh: "起始年不应晚于终止年。", en: "The first year must not come after the last." },
    { zh: "请写作 `[起始年, 终止年]`。", en: "Write `[first, last]`." },
  );
  return undefined;
}

function readScored(file: BacktestFile, context: BacktestContext): Backtest["scored"] {
  const { definition, series, source } = context;
  const drawn = [...definition.inputs, ...definition.indicators].map(({ id }) => id);
  const named = (file.scored ?? []).map(({ key, keyAt, value }) => {
    const what = { zh: "假设或指标", en: "input or indicator" };
    lookUp({ value: key, at: keyAt }, new Set(drawn), "plan.yaml", what, source);
    const name = lookUpSeries(value, context);
    return [key, name !== undefined && series.has(name) ? name : key] as const;
  });
  const own = new Map(named);
  for (const { id } of definition.indicators) {
    if (series.has(id) && !own.has(id)) own.set(id, id);
  }
  for (const { key, keyAt } of file.not_scored ?? []) {
    const what = { zh: "评分的量", en: "scored quantity" };
    lookUp({ value: key, at: keyAt }, new Set(own.keys()), "scored", what, source);
    own.delete(key);
  }
  return drawn.flatMap((quantity) => {
    const found = own.get(quantity);
    return found === undefined ? [] : [{ quantity, series: found }];
  });
}

const lookUpSeries = (name: Spot<string> | undefined, { series, source }: BacktestContext) =>
  lookUp(name, series, "history.csv", { zh: "序列", en: "series" }, source);

const fromSeries = (series: string | undefined): DatedStart["from"] | undefined =>
  series === undefined ? undefined : { series };

function readStart(entry: StartEntry, context: BacktestContext): DatedStart | undefined {
  const { definition, source } = context;
  const drawn = [...definition.inputs, ...definition.indicators].map(({ id }) => id);
  const what = { zh: "假设或指标", en: "input or indicator" };
  const quantities = (entry.of ?? []).map(({ value, at }) => {
    lookUp({ value, at }, new Set(drawn), "plan.yaml", what, source);
    return value;
  });
  const series = lookUpSeries(entry.series, context);
  const years = readSpan(entry.years, source);
  const from = entry.value === undefined ? fromSeries(series) : { value: entry.value };
  if (from === undefined || entry.why === undefined) return undefined;
  return { quantities, from, why: entry.why, ...(years === undefined ? {} : { years }) };
}

function readTargets(
  file: BacktestFile,
  scored: Backtest["scored"],
  context: BacktestContext,
): readonly PastTarget[] {
  const { definition, observations, source } = context;
  const indicators = new Map(definition.indicators.map((each) => [each.id, each]));
  const seriesOf = new Map(scored.map(({ quantity, series }) => [quantity, series]));
  const here = (file.targets ?? []).map((entry) => {
    const what = { zh: "指标", en: "indicator" };
    const names = new Set(indicators.keys());
    const indicator = lookUp(entry.indicator, names, "plan.yaml", what, source);
    const better = indicators.get(indicator ?? "")?.better;
    if (indicator === undefined || better === undefined) return undefined;
    const series = seriesOf.get(indicator) ?? indicator;
    const at = entry.indicator?.at ?? entry.anchor;
    return readPastTarget(entry, {
      subject: { series, indicator, better, at },
      observations,
      source,
    });
  });
  const others = (file.other_targets ?? []).map((entry) => {
    const series = lookUpSeries(entry.series, context);
    if (series === undefined || !context.series.has(series)) return undefined;
    const subject = { series, better: entry.better ?? "higher", at: entry.series?.at ?? 0 };
    return readPastTarget(entry, { subject, observations, source });
  });
  return [...here, ...others].filter((target) => target !== undefined);
}

function build(file: BacktestFile, context: BacktestContext): Backtest {
  const { definition, source } = context;
  lookUp(file.model, new Set([definition.id]), "models/", { zh: "模型", en: "model" }, source);
  const span = readSpan(file.origins, source);
  const scored = readScored(file, context);
  const changes = readChanges(file.changes ?? [], definition, source).map(
    ({ entry, change }): DatedChange => {
      const years = readSpan(entry.years, source);
      return { change, ...(years === undefined ? {} : { years }) };
    },
  );
  return {
    model: definition.id,
    origins:
      span === undefined
        ? []
        : Array.from({ length: span[1] - span[0] + 1 }, (_, index) => span[0] + index),
    knownOn: file.known_on ?? definition.plan.date.slice("2021-".length),
    scored,
    notScored: (file.not_scored ?? []).flatMap(({ key, value }) =>
      value === undefined ? [] : [{ quantity: key, reason: value }],
    ),
    starts: (file.starts ?? [])
      .map((entry) => readStart(entry, context))
      .filter((start) => start !== undefined),
    changes,
    targets: readTargets(file, scored, context),
  };
}

/**
 * Reads a backtest file against its model and all rows of the model's table, which say what happened; or every mistake
 * in the file, by line and column. Never throws. `file` is the name that issues carry.
 */
export function readBacktest(
  text: string,
  file: string,
  definition: Definition,
  observations: readonly Observation[],
): Outcome<Backtest> {
  const series = new Set(observations.map(({ indicator }) => indicator));
  return readShape(text, file, backtestShape, (read, source) =>
    build(read, { definition, observations, series, source }),
  );
}
