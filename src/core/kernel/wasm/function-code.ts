import type { Code } from "./code.ts";
import { unsigned } from "./code.ts";

export const I32 = 0x7f;
export const F64 = 0x7c;
export const V128 = 0x7b;

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
  /** Write the body; nothing is built before it is asked for. */
  readonly write: () => FunctionBody;
}

export interface FunctionBody {
  readonly locals: readonly ValueType[];
  readonly code: Code;
}

/** Declares local variables while a body is being built. They start as 0. */
export type Declare = (type: ValueType) => Local;

/** A local for each parameter. */
type Locals<Types extends readonly ValueType[]> = { readonly [Index in keyof Types]: Local };

/** Build a function without result; `build` gets a way to declare locals, and the parameters in order. */
export function functionCode<const Types extends readonly ValueType[]>(
  name: string,
  parameters: Types,
  build: (declare: Declare, ...parameters: Locals<Types>) => Code,
): FunctionCode {
  const write = (): FunctionBody => {
    const locals: ValueType[] = [];
    const declare: Declare = (type) => {
      locals.push(type);
      return localAt(parameters.length + locals.length - 1);
    };
    const given = parameters.map((_, index) => localAt(index)) as Locals<Types>;
    const code = build(declare, ...given);
    return { locals, code };
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
