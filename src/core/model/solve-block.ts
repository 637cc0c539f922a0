import { emitLinearSolve } from "./emit-linear-solve.ts";
import type { Register } from "./program.ts";
import type { ProgramBuilder } from "./program-builder.ts";
import { createSparseArithmetic, type Sparse } from "./sparse-arithmetic.ts";
import { createTangentEmitter, type TangentEmitter } from "./tangent-emitter.ts";

/** Equations x = f(x) to be solved at once. */
export interface BlockSystem {
  /** Where the search begins: one register for each unknown. */
  readonly start: readonly Register[];
  /** Largest residual |f(x) − x| ÷ max(1, |x|) of a solution. */
  readonly tolerance: number;
  /** Steps of the search where the equations are not linear. */
  readonly iterations: number;
  /** Emits f, given handles of the unknowns; gives the handles of its values. */
  readonly equations: (
    unknowns: readonly Register[],
    emitter: TangentEmitter,
  ) => readonly Register[];
}

/** Registers that hold what a block's search has found. */
export interface SolvedBlock {
  /** The unknowns, NaN in draws without a solution. */
  readonly values: readonly Register[];
  /** 1 in draws with a solution, else 0. */
  readonly solved: Register;
}

/** A point of the search: the residual f(x) − x there, and the Jacobian of x − f(x). */
interface Point {
  readonly x: readonly Register[];
  readonly residual: readonly Register[];
  readonly jacobian: readonly (readonly Sparse[])[];
}

/**
 * Emit Newton's method on x − f(x) = 0, unrolled, damped draw by draw: a step that would not lessen the
 * largest residual, or lead where f is undefined, is halved until it does.
 *
 * Where the Jacobian is the same whatever x is, the equations are linear: one step solves them, and a
 * second one removes what rounding left. Fixed-point iteration, the cheaper step, is not offered: it needs
 * contracting equations and many more steps, and the Jacobian of the usual linear block is constant anyway.
 */
export function solveBlock(system: BlockSystem, builder: ProgramBuilder): SolvedBlock {
  const first = evaluateAt(system, system.start, builder);
  const firstStep = newtonStep(first, builder);
  const second = evaluateAt(system, move(first.x, firstStep, builder), builder);
  if (haveSameJacobian(first, second)) {
    const x = move(second.x, newtonStep(second, builder), builder);
    return accept(evaluateAt(system, x, builder), system.tolerance, builder);
  }
  return accept(search(system, first, firstStep, second, builder), system.tolerance, builder);
}

function evaluateAt(
  { equations }: BlockSystem,
  x: readonly Register[],
  builder: ProgramBuilder,
): Point {
  const { subtract, negate } = createSparseArithmetic(builder);
  const emitter = createTangentEmitter(builder, x);
  const handles = equations(
    x.map((_, index) => emitter.variable(index)),
    emitter,
  );
  const one = builder.constant(1);
  return {
    x,
    residual: handles.map((handle, i) => builder.emit("subtract", emitter.valueOf(handle), x[i]!)),
    jacobian: handles.map((handle, i) =>
      emitter.slopesOf(handle).map((slope, j) => (i === j ? subtract(one, slope) : negate(slope))),
    ),
  };
}

const newtonStep = ({ jacobian, residual }: Point, builder: ProgramBuilder): readonly Register[] =>
  emitLinearSolve(jacobian, residual, builder);

const move = (
  x: readonly Register[],
  step: readonly Register[],
  builder: ProgramBuilder,
): readonly Register[] => x.map((value, i) => builder.emit("add", value, step[i]!));

const haveSameJacobian = (one: Point, other: Point): boolean =>
  one.jacobian.every((row, i) => row.every((entry, j) => entry === other.jacobian[i]?.[j]));

/** The best point found from `first`, whose Newton step leads to `second`. */
function search(
  system: BlockSystem,
  first: Point,
  firstStep: readonly Register[],
  second: Point,
  builder: ProgramBuilder,
): Pick<Point, "x" | "residual"> {
  const { emit, constant } = builder;
  // Measured by the size of the start, so that the measure is the same all the way.
  const sizes = first.x.map((value) => sizeOf(value, builder));
  let best: Pick<Point, "x" | "residual"> = first;
  let least = largestRatio(first.residual, sizes, builder);
  let step = firstStep;
  let next = second;
  for (let iteration = 1; ; iteration++) {
    const error = largestRatio(next.residual, sizes, builder);
    const isBetter = whereFinite(error, emit("less", error, least), builder);
    const choose = (ifBetter: Register, otherwise: Register): Register =>
      emit("select", ifBetter, otherwise, isBetter);
    const candidate = next;
    best = {
      x: best.x.map((value, i) => choose(candidate.x[i]!, value)),
      residual: best.residual.map((value, i) => choose(candidate.residual[i]!, value)),
    };
    if (iteration === system.iterations) return best;
    least = choose(error, least);
    const full = newtonStep(candidate, builder);
    step = step.map((value, i) => choose(full[i]!, emit("multiply", value, constant(0.5))));
    next = evaluateAt(system, move(best.x, step, builder), builder);
  }
}

/** max(1, |x|) */
const sizeOf = (value: Register, { emit, constant }: ProgramBuilder): Register =>
  emit("maximum", emit("absolute", value), constant(1));

/** The largest |residual| ÷ size. */
function largestRatio(
  residual: readonly Register[],
  sizes: readonly Register[],
  builder: ProgramBuilder,
): Register {
  const { divide, dense } = createSparseArithmetic(builder);
  return residual
    .map((value, i) => dense(divide(builder.emit("absolute", value), sizes[i]!)))
    .reduce((left, right) => builder.emit("maximum", left, right));
}

/** The test where `value` is finite, else 0. */
const whereFinite = (value: Register, test: Register, { emit, constant }: ProgramBuilder) =>
  emit("select", test, constant(0), emit("is_finite", value));

/** Keep a point where its residual is within the tolerance. */
function accept(
  { x, residual }: Pick<Point, "x" | "residual">,
  tolerance: number,
  builder: ProgramBuilder,
): SolvedBlock {
  const { emit, constant } = builder;
  const sizes = x.map((value) => sizeOf(value, builder));
  const worst = largestRatio(residual, sizes, builder);
  const solved = whereFinite(worst, emit("less_equal", worst, constant(tolerance)), builder);
  const undefinedValue = constant(Number.NaN);
  return { values: x.map((value) => emit("select", value, undefinedValue, solved)), solved };
}
