import { differentiateOperation } from "./differentiate-operation.ts";
import type { Operation, Register } from "./program.ts";
import type { Emitter } from "./program-builder.ts";
import { createSparseArithmetic, type Sparse } from "./sparse-arithmetic.ts";

/**
 * Emits every operation together with its derivatives by some variables (forward-mode differentiation).
 * What it calls registers are handles of its own: each stands for a value and its derivatives.
 */
export interface TangentEmitter extends Emitter {
  /** The handle of the variable with this index. */
  variable(index: number): Register;
  /** The handle of a register of the underlying program that no variable moves. */
  fixed(register: Register): Register;
  /** The register of a handle's value. */
  valueOf(handle: Register): Register;
  /** The derivatives of a handle by each variable. */
  slopesOf(handle: Register): readonly Sparse[];
}

interface Entry {
  readonly value: Register;
  readonly slopes: readonly Sparse[];
}

/** A tangent emitter over `emitter`, by variables whose values stand in the given registers. */
export function createTangentEmitter(
  emitter: Emitter,
  variables: readonly Register[],
): TangentEmitter {
  const arithmetic = createSparseArithmetic(emitter);
  const flat: readonly Sparse[] = variables.map(() => undefined);
  const entries: Entry[] = [];
  const handle = (value: Register, slopes: readonly Sparse[] = flat): Register =>
    entries.push({ value, slopes }) - 1;
  const entry = (of: Register): Entry => {
    const found = entries[of];
    if (found === undefined) throw new Error(`There is no handle ${of}.`);
    return found;
  };
  const handles = variables.map((register, index) =>
    handle(
      register,
      variables.map((_, other) => (other === index ? emitter.constant(1) : undefined)),
    ),
  );

  const emit = (operation: Operation, first: Register, second = first, third = first): Register => {
    const [a, b, c] = [entry(first), entry(second), entry(third)];
    const value = emitter.emit(operation, a.value, b.value, c.value);
    const slopes = variables.map((_, index) => {
      const dual = ({ value: at, slopes: by }: Entry) => ({ value: at, slope: by[index] });
      return differentiateOperation(
        operation,
        [dual(a), dual(b), dual(c)],
        value,
        emitter,
        arithmetic,
      );
    });
    return handle(value, slopes);
  };

  return {
    constant: (value) => handle(emitter.constant(value)),
    emit,
    constantOf: (of) => emitter.constantOf(entry(of).value),
    logical: (of) => handle(emitter.logical(entry(of).value)),
    variable: (index) => {
      const found = handles[index];
      if (found === undefined) throw new Error(`There is no variable ${index}.`);
      return found;
    },
    fixed: (register) => handle(register),
    valueOf: (of) => entry(of).value,
    slopesOf: (of) => entry(of).slopes,
  };
}
