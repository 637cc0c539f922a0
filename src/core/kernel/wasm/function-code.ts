import type { Code } from "./code.ts";
import { unsigned } from "./code.ts";
import { i32, v128 } from "./instructions.ts";
import { bitsOf, type NumberPool } from "./number-pool.ts";

/** Types of values as the binary format writes them: 32-bit integers, doubles, 128-bit vectors. */
export const I32 = 0x7f;
export const F64 = 0x7c;
export const V128 = 0x7b;

/** The type of a parameter, result or local. */
export type ValueType = typeof I32 | typeof F64 | typeof V128;

/** A parameter or local variable of a function. */
export interface Local {
  readonly get: Code;
  readonly set: (value: Code) => Code;
  /** Set, and give the value. */
  readonly tee: (value: Code) => Code;
}

/** A function of a module, under the name by which it is exported. */
export interface FunctionCode {
  readonly name: string;
  readonly parameters: readonly ValueType[];
  /** Write the body, with its numbers in a pool; nothing is built before it is asked for. */
  readonly write: (pool: NumberPool) => FunctionBody;
}

/** A function's body and the locals that it needs beside its parameters. */
export interface FunctionBody {
  readonly locals: readonly ValueType[];
  readonly code: Code;
}

/** What a body may use while it is being built. */
export interface Scope {
  /** Declare a local variable; it starts as 0. */
  local(type: ValueType): Local;
  /** A number in both lanes. It is loaded once, before the body: constants within loops are slow. */
  number(value: number): Code;
  /** The same for 64 bits. */
  bits(value: bigint): Code;
}

/** A local for each parameter. */
type Locals<Types extends readonly ValueType[]> = { readonly [Index in keyof Types]: Local };

/** Build a function without result; `build` gets the scope, and the parameters in order. */
export function functionCode<const Types extends readonly ValueType[]>(
  name: string,
  parameters: Types,
  build: (scope: Scope, ...parameters: Locals<Types>) => Code,
): FunctionCode {
  const write = (pool: NumberPool): FunctionBody => {
    const locals: ValueType[] = [];
    const loaded = new Map<number, Local>();
    const local = (type: ValueType): Local => {
      locals.push(type);
      return localAt(parameters.length + locals.length - 1);
    };
    const bits = (value: bigint): Code => {
      const address = pool.addressOf(value);
      const known = loaded.get(address) ?? local(V128);
      loaded.set(address, known);
      return known.get;
    };
    const scope: Scope = { local, bits, number: (value) => bits(bitsOf(value)) };
    const given = parameters.map((_, index) => localAt(index)) as Locals<Types>;
    const body = build(scope, ...given);
    const before = Array.from(loaded, ([address, to]) =>
      to.set(v128.load64_splat(i32.const(0), address)),
    );
    return { locals, code: [before, body] };
  };
  return { name, parameters, write };
}

function localAt(index: number): Local {
  const place = unsigned(index);
  return {
    get: [0x20, place],
    set: (value) => [value, 0x21, place],
    tee: (value) => [value, 0x22, place],
  };
}
