import type { Goal } from "../core/goal-seek/goal.ts";
import type { Lever } from "../core/goal-seek/lever.ts";
import type { Definition, Input, Parameter } from "../core/model/definition.ts";
import type { Distribution } from "../core/model/distribution.ts";
import { variance } from "../core/sampling/moments.ts";
import { quantile } from "../core/sampling/quantile.ts";
import { headlineSet } from "./headline-set.ts";
import type { SeekLever, SeekView } from "./view.ts";

/** A lever as the user sets it. */
export interface LeverChoice {
  readonly name: string;
  readonly isUsed: boolean;
  /** Bounds of its shift in its unit: low ≤ 0 ≤ high. */
  readonly low: number;
  readonly high: number;
  /** Effort for a shift by its scale, > 0. */
  readonly effort: number;
}

/** What the user wants to reach, and by what means. */
export interface SeekChoice {
  /** Ids of targets, in the plan's order. */
  readonly targets: readonly string[];
  /** `undefined`: all of them. */
  readonly atLeast: number | undefined;
  /** 0..1 */
  readonly wanted: number;
  readonly levers: readonly LeverChoice[];
}

/** What can be moved: every input and parameter, uncertain or fixed. */
export function movable({ inputs, parameters }: Definition): readonly (Input | Parameter)[] {
  return [...inputs, ...parameters];
}

/** What one unit of effort moves at first, > 0: the spread; of a constant a tenth of its size, or 1 where it is 0. */
export function scaleOf(distribution: Distribution): number {
  if (distribution.kind !== "constant") return spreadOf(distribution);
  return distribution.value === 0 ? 1 : Math.abs(distribution.value) / 10;
}

/** A distribution's standard deviation; where it has none, half the width of its middle 68 %. */
function spreadOf(distribution: Distribution): number {
  const sd = Math.sqrt(variance(distribution));
  // The share of a normal distribution within one standard deviation.
  const tail = 0.15865525393145707;
  return Number.isFinite(sd)
    ? sd
    : (quantile(distribution, 1 - tail) - quantile(distribution, tail)) / 2;
}

/** A lever with bounds of its scale, with two significant digits, and one unit of effort for it. */
export function defaultLever({
  id,
  distribution,
}: Pick<Input, "id" | "distribution">): LeverChoice {
  const bound = Number(scaleOf(distribution).toPrecision(2));
  return { name: id, isUsed: true, low: -bound, high: bound, effort: 1 };
}

/** All binding targets, or all where there are none such; even odds; every lever of the model. */
export function defaultChoice(definition: Definition): SeekChoice {
  const set = headlineSet(definition.targets);
  const chosen = definition.targets.filter(
    ({ commitment }) => set === "all" || commitment === "binding",
  );
  const levers = movable(definition).filter((item) => "lever" in item && item.lever);
  return {
    targets: chosen.map(({ id }) => id),
    atLeast: undefined,
    wanted: 0.5,
    levers: levers.map(defaultLever),
  };
}

/** The goal of a choice; `undefined` where no target is chosen. */
export function goalOf({ targets, atLeast }: SeekChoice): Goal | undefined {
  if (targets.length === 0) return undefined;
  return { targets, atLeast: Math.min(atLeast ?? targets.length, targets.length) };
}

/** The levers in use that the definition has, with their cost per unit of shift. */
export function leversOf({ levers }: SeekChoice, definition: Definition): readonly Lever[] {
  const items = new Map(movable(definition).map((item) => [item.id, item]));
  return levers.flatMap(({ name, isUsed, low, high, effort }): readonly Lever[] => {
    const item = items.get(name);
    if (!isUsed || item === undefined) return [];
    return [{ name, low, high, cost: effort / scaleOf(item.distribution) }];
  });
}

/** What an address asks for, the defaults filled in; what the definition does not have is left out. */
export function seekChoice(asked: SeekView, definition: Definition): SeekChoice {
  const standard = defaultChoice(definition);
  const items = new Map(movable(definition).map((item) => [item.id, item]));
  const levers = new Map(standard.levers.map((lever) => [lever.name, lever]));
  for (const { name, isIdle, ...given } of asked.levers ?? []) {
    const item = items.get(name);
    if (item !== undefined) {
      levers.set(name, { ...defaultLever(item), ...given, isUsed: isIdle !== true });
    }
  }
  const known = definition.targets.map(({ id }) => id).filter((id) => asked.targets?.includes(id));
  const isUnknown = known.length === 0 && asked.targets?.length !== 0;
  const targets = isUnknown ? standard.targets : known;
  return {
    targets,
    atLeast: asked.least && Math.max(1, Math.min(asked.least, targets.length)),
    wanted: asked.odds === undefined ? standard.wanted : asked.odds / 100,
    levers: [...levers.values()],
  };
}

/** The address of a choice: what {@link seekChoice} makes the same of, with the same definition. */
export function seekView(choice: SeekChoice, definition: Definition): SeekView {
  const standard = defaultChoice(definition);
  const first = new Set(standard.levers.map(({ name }) => name));
  const items = new Map(movable(definition).map((item) => [item.id, item]));
  const levers = choice.levers.flatMap((lever): readonly SeekLever[] => {
    const item = items.get(lever.name);
    const told = item === undefined ? undefined : toldLever(lever, defaultLever(item));
    const isAsFirst = first.has(lever.name) && told !== undefined && Object.keys(told).length === 1;
    return told === undefined || isAsFirst ? [] : [told];
  });
  const { targets, atLeast, wanted } = choice;
  return {
    kind: "seek",
    ...(targets.join() !== standard.targets.join() && { targets }),
    ...(atLeast !== undefined && { least: atLeast }),
    // Percents are typed with far fewer digits than these.
    ...(wanted !== standard.wanted && { odds: Number((wanted * 100).toPrecision(12)) }),
    ...(levers.length > 0 && { levers }),
  };
}

function toldLever(lever: LeverChoice, standard: LeverChoice): SeekLever {
  const { name, isUsed, low, high, effort } = lever;
  return {
    name,
    ...(!isUsed && { isIdle: true }),
    ...(low !== standard.low && { low }),
    ...(high !== standard.high && { high }),
    ...(effort !== standard.effort && { effort }),
  };
}
