import type { Code } from "./code.ts";
import { I32, type Local, type Scope, V128 } from "./function-code.ts";
import { i32, repeatWhile } from "./instructions.ts";
import { BLOCK_BYTES } from "./memory-map.ts";

/**
 * Do `body` for every pair of doubles of a block. `pointers` advance through their columns, all by
 * 16 bytes each time; the loop ends with the first one's column.
 */
export function eachPair(scope: Scope, pointers: readonly [Local, ...Local[]], body: Code): Code {
  const end = scope.local(I32);
  const [first] = pointers;
  return [
    end.set(i32.add(first.get, i32.const(BLOCK_BYTES))),
    repeatWhile(i32.lt_u(first.get, end.get), [
      body,
      pointers.map((pointer) => advance(pointer, 16)),
    ]),
  ];
}

/** Add to an address or a counter. */
export const advance = (local: Local, bytes: number): Code =>
  local.set(i32.add(local.get, i32.const(bytes)));

/** Straight code that names its intermediate values. */
export interface Steps {
  /** What has been written so far, in order. */
  readonly code: Code[];
  /** Compute a vector now; gives the code that reads it later. */
  keep(value: Code): Code;
  /** A number in both lanes. */
  readonly number: (value: number) => Code;
  readonly bits: (value: bigint) => Code;
}

/** Begin straight code in a function's scope. */
export function startSteps(scope: Scope): Steps {
  const code: Code[] = [];
  return {
    code,
    number: scope.number,
    bits: scope.bits,
    keep(value) {
      const local = scope.local(V128);
      code.push(local.set(value));
      return local.get;
    },
  };
}
