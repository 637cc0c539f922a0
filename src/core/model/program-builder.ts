import { applyOperation } from "./apply-operation.ts";
import type { Instruction, Operation, Register } from "./program.ts";

const COMMUTATIVE: ReadonlySet<Operation> = new Set<Operation>([
  "add",
  "multiply",
  "minimum",
  "maximum",
  "equal",
  "not_equal",
  "and",
  "or",
]);

/** Operations that give only 1, 0 or NaN. */
const LOGICAL: ReadonlySet<Operation> = new Set<Operation>([
  "less",
  "less_equal",
  "equal",
  "not_equal",
  "and",
  "or",
  "not",
  "is_finite",
]);

/** What equations are compiled with. */
export interface Emitter {
  /** The register of a constant; the same value always has the same register. */
  constant(value: number): Register;
  /** The register of a result: a constant where all operands are, an earlier register where one holds it. */
  emit(operation: Operation, a: Register, b?: Register, c?: Register): Register;
  /** The value of a constant register, `undefined` for others. */
  constantOf(register: Register): number | undefined;
  /** A register with 1 for values other than 0, 0 for 0, NaN for NaN. */
  logical(register: Register): Register;
}

/** Registers, constants and instructions while a program is being compiled; equal work gets one register. */
export interface ProgramBuilder extends Emitter {
  /** A fresh register for an input. */
  input(): Register;
  readonly constants: ReadonlyMap<Register, number>;
  readonly instructions: readonly Instruction[];
}

/** Distinguishes −0 from 0, and knows one NaN. */
const constantKey = (value: number): string => (Object.is(value, -0) ? "-0" : String(value));

/** Start an empty program. */
export function createProgramBuilder(): ProgramBuilder {
  let registers = 0;
  const registerOfConstant = new Map<string, Register>();
  const constants = new Map<Register, number>();
  const registerOfResult = new Map<string, Register>();
  const instructions: Instruction[] = [];
  const logicalRegisters = new Set<Register>();

  const constant = (value: number): Register => {
    const key = constantKey(value);
    const known = registerOfConstant.get(key);
    if (known !== undefined) return known;
    const register = registers++;
    registerOfConstant.set(key, register);
    constants.set(register, value);
    return register;
  };

  const emit = (operation: Operation, first: Register, second = first, c = first): Register => {
    const swap = COMMUTATIVE.has(operation) && second < first;
    const a = swap ? second : first;
    const b = swap ? first : second;
    const folded = foldOperation(operation, constants, a, b, c);
    if (folded !== undefined) return constant(folded);
    const shortcut = operation === "select" ? chosenBranch(constants, a, b, c) : undefined;
    if (shortcut !== undefined) return shortcut;
    const key = `${operation} ${a} ${b} ${c === first ? a : c}`;
    const known = registerOfResult.get(key);
    if (known !== undefined) return known;
    const target = registers++;
    registerOfResult.set(key, target);
    instructions.push({ operation, target, a, b, c: c === first ? a : c });
    if (LOGICAL.has(operation)) logicalRegisters.add(target);
    return target;
  };

  return {
    constant,
    input: () => registers++,
    emit,
    constantOf: (register) => constants.get(register),
    logical: (register) =>
      logicalRegisters.has(register) ? register : emit("not_equal", register, constant(0)),
    constants,
    instructions,
  };
}

function chosenBranch(
  constants: ReadonlyMap<Register, number>,
  a: Register,
  b: Register,
  c: Register,
): Register | undefined {
  const test = constants.get(c);
  return test === 1 ? a : test === 0 ? b : undefined;
}

function foldOperation(
  operation: Operation,
  constants: ReadonlyMap<Register, number>,
  a: Register,
  b: Register,
  c: Register,
): number | undefined {
  const valueA = constants.get(a);
  const valueB = constants.get(b);
  const valueC = constants.get(c);
  if (valueA === undefined || valueB === undefined || valueC === undefined) return undefined;
  return applyOperation(operation, valueA, valueB, valueC);
}
