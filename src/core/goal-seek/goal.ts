import { affineDistribution } from "../model/affine-distribution.ts";
import { compile } from "../model/compile.ts";
import type { Definition } from "../model/definition.ts";
import type { Distribution } from "../model/distribution.ts";
import type { Program } from "../model/program.ts";
import { atLeastProbabilities } from "../results/at-least-probabilities.ts";
import { expectedHits } from "../results/expected-hits.ts";
import type { ProbabilityEstimate } from "../results/summary.ts";
import type { Tally } from "../results/tally.ts";
import type { Shifts } from "./lever.ts";
import type { Evaluated } from "./search.ts";

/** What shall come true together: at least so many of some targets. */
export interface Goal {
  /** Ids, at least one. */
  readonly targets: readonly string[];
  /** 1 to the number of targets. */
  readonly atLeast: number;
}

/** The program of a goal's targets alone; its draws are those of the whole model. */
export function goalProgram(definition: Definition, { targets }: Goal): Program {
  const wanted = definition.targets.filter(({ id }) => targets.includes(id));
  return compile({ ...definition, targets: wanted }, "targets");
}

/** Those of some inputs and parameters that bear on a goal; it does not matter whether they are constants. */
export function bearingNames(
  definition: Definition,
  goal: Goal,
  names: readonly string[],
): ReadonlySet<string> {
  // Constants are worked out while compiling; anything uncertain in their place shows whether they are asked for.
  const uncertain = { kind: "uniform", low: 0, high: 1 } as const;
  const probed = withConstants(definition, (id, constant) =>
    names.includes(id) ? uncertain : constant,
  );
  return new Set(goalProgram(probed, goal).inputs.map(({ stream }) => nameOf(stream)));
}

/**
 * The program of a goal under a setting of levers, as a scenario that shifts them has it. It is compiled anew only
 * where a constant is shifted.
 * @param program that of no shift
 */
export function settingProgram(
  program: Program,
  { definition, goal }: { readonly definition: Definition; readonly goal: Goal },
  names: readonly string[],
  shifts: Shifts,
): Program {
  let isMoved = false;
  const moved = withConstants(definition, (id, constant) => {
    const shift = shifts[names.indexOf(id)] ?? 0;
    isMoved ||= shift !== 0;
    return affineDistribution(constant, shift, 1);
  });
  return shiftedProgram(isMoved ? goalProgram(moved, goal) : program, names, shifts);
}

/** A definition with other distributions in the place of its constants. */
function withConstants(
  definition: Definition,
  by: (id: string, constant: Distribution) => Distribution,
): Definition {
  const put = <T extends { readonly id: string; readonly distribution: Distribution }>(
    item: T,
  ): T =>
    item.distribution.kind === "constant"
      ? { ...item, distribution: by(item.id, item.distribution) }
      : item;
  return {
    ...definition,
    inputs: definition.inputs.map(put),
    parameters: definition.parameters.map(put),
  };
}

/** A program with some of its inputs shifted, in all periods: as a scenario would, but with nothing compiled anew. */
function shiftedProgram(program: Program, names: readonly string[], shifts: Shifts): Program {
  const byName = new Map(names.map((name, index) => [name, shifts[index] ?? 0]));
  return {
    ...program,
    inputs: program.inputs.map((input) => {
      const shift = byName.get(nameOf(input.stream)) ?? 0;
      if (shift === 0) return input;
      return { ...input, distribution: affineDistribution(input.distribution, shift, 1) };
    }),
  };
}

const nameOf = (stream: string): string => stream.split("@")[0] ?? stream;

/** The probability of a goal, from a tally of its program. */
export function goalEstimate(tally: Tally, { atLeast }: Goal): ProbabilityEstimate {
  const all = [...tally.targets.keys()];
  const estimate = atLeastProbabilities(tally, all)[atLeast];
  if (estimate === undefined) throw new RangeError(`There are no ${atLeast} targets.`);
  return estimate;
}

/** With fewer draws than this that reach the goal, a search needs something else to go by. */
const FEW = 50;

/** Weight of the share of targets hit, where no draw reaches the goal. */
const GUIDE = 0.05;

/**
 * What a search goes by: the probability; where it rests on a few draws or none, also the mean share of targets
 * hit, which rises long before.
 */
export function evaluateGoal(tally: Tally, goal: Goal): Evaluated {
  const { probability } = goalEstimate(tally, goal);
  const lacking = Math.max(0, 1 - (probability * tally.retained) / FEW);
  const share = expectedHits(tally) / tally.targets.length;
  return { probability, score: probability + GUIDE * lacking * share };
}
