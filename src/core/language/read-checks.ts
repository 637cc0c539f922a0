import type { Check, Interval } from "../model/check.ts";
import type { Definition } from "../model/definition.ts";
import type { Unit } from "../model/unit.ts";
import type { Outcome } from "../outcome.ts";
import { type CheckEntry, type ChecksFile, checksShape } from "./checks-shape.ts";
import { coveredPeriod } from "./covered-period.ts";
import { readExpression, thresholdOf } from "./expression-check.ts";
import { lookUp } from "./plan-context.ts";
import { type NameTable, nameTableOf } from "./plan-names.ts";
import { readShape } from "./read-shape.ts";
import type { ScalarText } from "./scalar-shapes.ts";
import type { ShapeSource, Spot } from "./shape.ts";

/** What checks may speak of. */
interface CheckContext {
  readonly source: ShapeSource;
  readonly table: NameTable;
  readonly quantities: ReadonlySet<string>;
  readonly movable: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
  readonly scenarios: ReadonlySet<string>;
}

type Name = Spot<string> | undefined;

const quantity = (name: Name, { quantities, source }: CheckContext): string | undefined =>
  lookUp(name, quantities, "plan.yaml", { zh: "量", en: "quantity" }, source);

const target = (name: Name, { targets, source }: CheckContext): string | undefined =>
  lookUp(name, targets, "targets", { zh: "目标", en: "target" }, source);

/** The key that a check carries where it is about another year than the last one. */
function readPeriod(
  spot: Spot<number> | undefined,
  { table, source }: CheckContext,
): { readonly period?: number } {
  const period = spot && coveredPeriod(spot, table.periods, source);
  return period === undefined ? {} : { period };
}

function readInterval(
  spot: Spot<readonly number[]> | undefined,
  context: CheckContext,
): Interval | undefined {
  const [low, high] = spot?.value ?? [];
  if (spot === undefined || low === undefined || high === undefined) return undefined;
  if (low <= high) return [low, high];
  context.source.report(
    spot.at,
    "wrong-bounds",
    {
      zh: `区间的下限 ${low} 大于上限 ${high}。`,
      en: `The lowest value ${low} is above the highest, ${high}.`,
    },
    { zh: "请写作 `[下限, 上限]`。", en: "Write `[lowest, highest]`." },
  );
  return undefined;
}

type Claimless<C = Check> = C extends Check ? Omit<C, "claim"> : never;

function readMovement(entry: CheckEntry, context: CheckContext): Claimless | undefined {
  if (entry.response !== undefined) {
    const to = lookUp(
      entry.response.to,
      context.movable,
      "inputs",
      { zh: "不确定的假设或参数", en: "uncertain quantity" },
      context.source,
    );
    const of = quantity(entry.response.of, context);
    const { is } = entry.response;
    const period = readPeriod(entry.response.period, context);
    if (to === undefined || of === undefined || is === undefined) return undefined;
    return { kind: "response", to, of, ...period, is };
  }
  if (entry.scenario === undefined) return undefined;
  const what = { zh: "情景", en: "scenario" };
  const name = lookUp(entry.scenario.name, context.scenarios, "scenarios/", what, context.source);
  const of = quantity(entry.scenario.of, context);
  const period = readPeriod(entry.scenario.period, context);
  const hit = target(entry.scenario.target, context);
  const { is } = entry.scenario;
  if (name === undefined || is === undefined) return undefined;
  if (of !== undefined) return { kind: "scenario", name, of: { quantity: of, ...period }, is };
  return hit === undefined ? undefined : { kind: "scenario", name, of: { target: hit }, is };
}

function readIdentity(entry: CheckEntry, context: CheckContext): Claimless | undefined {
  const { left, right, tolerance } = entry.identity ?? {};
  const years = context.table.periods.slice(-1);
  const read = (side: ScalarText | undefined, unit: Unit | undefined) =>
    side && readExpression(side, context.table, { years, unit }, context.source);
  const one = read(left, undefined);
  const other = read(right, one?.unit === "literal" ? undefined : one?.unit);
  if (one === undefined || other === undefined || tolerance === undefined) return undefined;
  return { kind: "identity", left: thresholdOf(one), right: thresholdOf(other), tolerance };
}

function readBetween(entry: CheckEntry, context: CheckContext): Claimless | undefined {
  const { statistic, correlation, probability, range } = entry;
  const found = statistic ?? correlation ?? probability ?? range;
  const between = readInterval(found?.between, context);
  const period = readPeriod((statistic ?? correlation ?? range)?.period, context);
  if (correlation !== undefined) {
    const [a, b] = (correlation.of ?? []).map((name) => quantity(name, context));
    if (a === undefined || b === undefined || between === undefined) return undefined;
    return { kind: "correlation", of: [a, b], ...period, between };
  }
  const of =
    probability === undefined
      ? quantity((statistic ?? range)?.of, context)
      : target(probability.of, context);
  if (of === undefined || between === undefined) return undefined;
  if (probability !== undefined) return { kind: "probability", of, between };
  if (range !== undefined) return { kind: "range", of, ...period, between };
  const is = statistic?.is;
  return is === undefined ? undefined : { kind: "statistic", of, ...period, is, between };
}

function readCheck(entry: CheckEntry, context: CheckContext): Check | undefined {
  const read =
    readMovement(entry, context) ?? readIdentity(entry, context) ?? readBetween(entry, context);
  return read === undefined || entry.claim === undefined
    ? undefined
    : { ...read, claim: entry.claim };
}

function build(file: ChecksFile, context: CheckContext, definition: Definition): readonly Check[] {
  const what = { zh: "模型", en: "model" };
  lookUp(file.model, new Set([definition.id]), "models/", what, context.source);
  return (file.checks ?? [])
    .map((entry) => readCheck(entry, context))
    .filter((check) => check !== undefined);
}

/**
 * Reads a checks file against its model and the names of its scenarios; or every mistake in the
 * file, by line and column. Never throws. `file` is the name that issues carry.
 */
export function readChecks(
  text: string,
  file: string,
  definition: Definition,
  scenarios: readonly string[],
): Outcome<readonly Check[]> {
  const table = nameTableOf(definition);
  const uncertain = [...table.quantities].filter(([, facts]) => facts.uncertain);
  return readShape(text, file, checksShape, (read, source) => {
    const context = {
      source,
      table,
      quantities: new Set(table.quantities.keys()),
      movable: new Set(uncertain.map(([name]) => name)),
      targets: new Set(definition.targets.map(({ id }) => id)),
      scenarios: new Set(scenarios),
    };
    return build(read, context, definition);
  });
}
