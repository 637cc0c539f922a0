import { affineDistribution } from "../model/affine-distribution.ts";
import type { CopulaChoice, Correlation, Definition, Target } from "../model/definition.ts";
import type { Distribution } from "../model/distribution.ts";
import { median } from "../sampling/quantile.ts";
import type { Change, Scenario } from "./scenario.ts";

/** A distribution with the text that it was written as. */
export interface WrittenDistribution {
  readonly distribution: Distribution;
  readonly distributionText: string;
}

interface Sampled extends WrittenDistribution {
  readonly id: string;
}

const signed = (value: number): string => (value < 0 ? `- ${-value}` : `+ ${value}`);

/** `shift + scale · x`, with a text that reads the same. */
function affine(
  { distribution, distributionText }: Sampled,
  shift: number,
  scale: number,
): WrittenDistribution {
  const factor = scale === 1 ? distributionText : `${scale} * (${distributionText})`;
  return {
    distribution: affineDistribution(distribution, shift, scale),
    distributionText: shift === 0 ? factor : `${factor} ${signed(shift)}`,
  };
}

function move(sampled: Sampled, change: Change): WrittenDistribution | undefined {
  switch (change.kind) {
    case "distribution":
      return { distribution: change.distribution, distributionText: change.distributionText };
    case "shift":
      return affine(sampled, change.by, 1);
    case "scale":
      return affine(sampled, 0, change.factor);
    case "spread":
      return affine(sampled, median(sampled.distribution) * (1 - change.factor), change.factor);
    case "fix":
      return {
        distribution: { kind: "constant", value: change.value },
        distributionText: String(change.value),
      };
    default:
      return undefined;
  }
}

/** A quantity with those of the changes that are about it, made one after the other. */
export function movedBy(sampled: Sampled, changes: readonly Change[]): WrittenDistribution {
  const { id } = sampled;
  let moved: WrittenDistribution = sampled;
  for (const change of changes) {
    if ("name" in change && change.name === id) moved = move({ id, ...moved }, change) ?? moved;
  }
  return moved;
}

function moveNamed<T extends Sampled>(
  items: readonly T[],
  name: string,
  change: Change,
): readonly T[] {
  return items.map((item) => {
    const moved = item.id === name ? move(item, change) : undefined;
    return moved === undefined ? item : { ...item, ...moved };
  });
}

function correlate(
  correlations: readonly Correlation[],
  change: Change & { readonly kind: "correlation" },
): readonly Correlation[] {
  const { between, rank, why } = change;
  const others = correlations.filter(
    (correlation) => !between.every((name) => correlation.between.includes(name)),
  );
  return [...others, { between, rank, source: { cites: [], judgement: why } }];
}

/** A choice for all groups replaces every one before; one for some stands beside. */
function join(
  copulas: readonly CopulaChoice[] = [],
  { df, of, why }: Change & { readonly kind: "copula" },
): readonly CopulaChoice[] {
  const source = { cites: [], judgement: why };
  return of === undefined ? [{ df, source }] : [...copulas, { df, of, source }];
}

function tolerate(target: Target, change: Change & { readonly kind: "tolerance" }): Target {
  const { relation } = target;
  if (target.id !== change.target || !("tolerance" in relation)) return target;
  return { ...target, relation: { ...relation, tolerance: change.tolerance } };
}

function applyChange(definition: Definition, change: Change): Definition {
  switch (change.kind) {
    case "correlation":
      return { ...definition, correlations: correlate(definition.correlations, change) };
    case "copula":
      return { ...definition, copulas: join(definition.copulas, change) };
    case "tolerance":
      return {
        ...definition,
        targets: definition.targets.map((target) => tolerate(target, change)),
      };
    default:
      return {
        ...definition,
        inputs: moveNamed(definition.inputs, change.name, change),
        parameters: moveNamed(definition.parameters, change.name, change),
      };
  }
}

/**
 * The model with a scenario's changes, made one after the other. A quantity that is fixed keeps its
 * correlations, which no longer matter to it, so that the draws of the others stay as they were.
 * The result is valid where the scenario has been checked against this definition.
 */
export function applyScenario(definition: Definition, scenario: Scenario): Definition {
  return scenario.changes.reduce(applyChange, definition);
}
