import type { Distribution } from "../model/distribution.ts";
import type { Operation, Program } from "../model/program.ts";

/** Operations whose result is whole whatever the operands. */
const ALWAYS_WHOLE: ReadonlySet<Operation> = new Set<Operation>([
  "floor",
  "ceil",
  "round",
  "less",
  "less_equal",
  "equal",
  "not_equal",
  "and",
  "or",
  "not",
  "is_finite",
]);

/** Operations whose result is whole where the operands are. */
const KEEPS_WHOLE: ReadonlySet<Operation> = new Set<Operation>([
  "add",
  "subtract",
  "multiply",
  "minimum",
  "maximum",
  "negate",
  "absolute",
  "select",
  "finite",
]);

/** For each register, whether all its finite values are certainly whole numbers. */
export function wholeRegisters(program: Program): readonly boolean[] {
  const whole = new Array<boolean>(program.registerCount).fill(false);
  for (const { register, value } of program.constants) whole[register] = Number.isInteger(value);
  for (const { register, distribution } of program.inputs) {
    whole[register] = isWholeDistribution(distribution);
  }
  for (const { register, whole: isWhole } of program.part?.given ?? []) whole[register] = isWhole;
  for (const { operation, target, a, b, c } of program.instructions) {
    const operandsWhole = whole[a] === true && whole[b] === true && whole[c] === true;
    whole[target] = ALWAYS_WHOLE.has(operation) || (KEEPS_WHOLE.has(operation) && operandsWhole);
  }
  return whole;
}

function isWholeDistribution(distribution: Distribution): boolean {
  switch (distribution.kind) {
    case "constant":
      return Number.isInteger(distribution.value);
    case "poisson":
    case "binomial":
    case "bernoulli":
      return true;
    case "empirical":
      return distribution.values.every(Number.isInteger);
    case "truncated":
      return isWholeDistribution(distribution.base);
    case "mixture":
      return distribution.components.every((component) =>
        isWholeDistribution(component.distribution),
      );
    case "affine":
      return (
        isWholeDistribution(distribution.base) &&
        Number.isInteger(distribution.shift) &&
        Number.isInteger(distribution.scale)
      );
    default:
      return false;
  }
}
