import type { Distribution } from "./distribution.ts";

/** Index of a column of one value per draw. */
export type Register = number;

/**
 * Operations on columns. Comparisons and `and`, `or`, `not` give 1, 0 or NaN (an operand was NaN).
 * `select` takes `a` where `c` is 1, `b` where it is 0, NaN otherwise.
 * `finite` passes finite values and turns the others into NaN; `is_finite` gives 1 for finite values and 0
 * for the others, the only operation that ends a NaN. `round` is floor(x + 0.5).
 */
export type Operation =
  | "add"
  | "subtract"
  | "multiply"
  | "divide"
  | "power"
  | "minimum"
  | "maximum"
  | "negate"
  | "absolute"
  | "floor"
  | "ceil"
  | "round"
  | "sqrt"
  | "exp"
  | "log"
  | "less"
  | "less_equal"
  | "equal"
  | "not_equal"
  | "and"
  | "or"
  | "not"
  | "select"
  | "finite"
  | "is_finite";

/** `target = operation(a, b, c)`; unused operands repeat `a`. Instructions are in order of evaluation. */
export interface Instruction {
  readonly operation: Operation;
  readonly target: Register;
  readonly a: Register;
  readonly b: Register;
  readonly c: Register;
}

/** An uncertain quantity to sample. Its random stream belongs to `stream`, a name like `exports@2021`. */
export interface ProgramInput {
  readonly stream: string;
  /**
   * Which coordinate of a point the input takes, from 0: its place among all inputs by period and all
   * parameters of the definition, fixed ones included, so that no scenario moves it.
   */
  readonly dimension: number;
  readonly distribution: Distribution;
  readonly register: Register;
}

/** A register that whoever runs the program fills, and whether all its finite values are whole. */
export interface GivenRegister {
  readonly register: Register;
  readonly whole: boolean;
}

/** What makes a program a part of another, which leaves out some of its instructions and inputs. */
export interface ProgramPart {
  /** The whole program; registers have the same numbers in both. */
  readonly of: Program;
  /** What the part needs of the rest. */
  readonly given: readonly GivenRegister[];
}

/** A copula over some inputs (indices into `Program.inputs`): Gaussian, or Student's t where it has `tails`. */
export interface Copula {
  readonly members: readonly number[];
  /** Lower-triangular factor L of the correlation matrix of the scores, row-major, n × n. */
  readonly factor: Float64Array;
  readonly tails?: CopulaTails;
}

/** What makes a t copula of a Gaussian one: a number drawn for all members together. */
export interface CopulaTails {
  /** Degrees of freedom, from 1 on. */
  readonly df: number;
  /** The random stream of that number, and its coordinate of a point; no input has them. */
  readonly stream: string;
  readonly dimension: number;
}

/** A column whose distribution is summarised. */
export interface ProgramColumn {
  /**
   * `id@period` for indicators and inputs, `id` for parameters, `block:id@period` for whether a block was
   * solved, `target:id` and `margin:id` for targets' own columns.
   */
  readonly name: string;
  readonly register: Register;
}

/** A target, reduced to columns. */
export interface ProgramTarget {
  readonly id: string;
  /** 1 hit, 0 missed, NaN undefined. */
  readonly hit: Register;
  /** The same for the stretch tier. */
  readonly stretchHit?: Register;
  /** Index into `columns`: the quantity that the target is about. */
  readonly value: number;
  /** The value to compare with, where it is the same in every draw (after tolerance). */
  readonly threshold?: number;
  /** The same for the stretch tier. */
  readonly stretchThreshold?: number;
  /** The value must lie in [low, high] to hit, where both are the same in every draw (after tolerance). */
  readonly band?: readonly [number, number];
  /**
   * Index into `columns`, where there is no `threshold`: value − threshold (after tolerance), or the
   * slack of a two-sided relation, min(value − low, high − value). The target line is at 0.
   */
  readonly margin?: number;
  /** Where hits lie: above or below `threshold`, or above or below 0 of `margin`. */
  readonly hitSide: "above" | "below";
  /** Whether a value exactly on the line misses. */
  readonly strict: boolean;
}

/** Targets whose joint probability is always told: all of them, or those of one commitment. */
export type TargetSet = "all" | "binding" | "expected";

/** A set of targets whose draws with all members hit are counted. */
export interface ProgramTargetSet {
  readonly set: TargetSet;
  /** Indices into `targets`, at least one. */
  readonly members: readonly number[];
}

/** The compiled model: everything a kernel needs, as data that can be cloned to a worker. */
export interface Program {
  readonly registerCount: number;
  readonly constants: readonly { readonly register: Register; readonly value: number }[];
  readonly inputs: readonly ProgramInput[];
  readonly copulas: readonly Copula[];
  readonly instructions: readonly Instruction[];
  readonly columns: readonly ProgramColumn[];
  readonly targets: readonly ProgramTarget[];
  readonly targetSets: readonly ProgramTargetSet[];
  readonly part?: ProgramPart;
}
