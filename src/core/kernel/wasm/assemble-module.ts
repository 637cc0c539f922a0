import { type Code, flatten, text, unsigned, vector } from "./code.ts";
import type { FunctionCode, ValueType } from "./function-code.ts";
import type { NumberPool } from "./number-pool.ts";

/** A function that the module imports from "host", with at most one result. */
export interface ImportedFunction {
  readonly name: string;
  readonly parameters: readonly ValueType[];
  readonly results: readonly ValueType[];
}

/** The bytes of a module that imports "memory" from "host", and exports all its functions. Numbers go to the pool. */
export function assembleModule(
  functions: readonly FunctionCode[],
  pool: NumberPool,
  imports: readonly ImportedFunction[] = [],
): Uint8Array<ArrayBuffer> {
  const bodies = functions.map((each) => bodyOf(each, pool));
  const types = [
    ...imports.map(({ parameters, results }) => functionType(parameters, results)),
    ...functions.map(({ parameters }) => functionType(parameters, [])),
  ];
  const memoryImport: Code = [text("host"), text("memory"), 0x02, 0x00, 0x01];
  const functionImports = imports.map(
    ({ name }, index): Code => [text("host"), text(name), 0x00, unsigned(index)],
  );
  const exported = functions.map(
    ({ name }, index): Code => [text(name), 0x00, unsigned(imports.length + index)],
  );
  return Uint8Array.from(
    flatten([
      [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      section(1, types),
      section(2, [memoryImport, ...functionImports]),
      section(
        3,
        functions.map((_, index) => unsigned(imports.length + index)),
      ),
      section(7, exported),
      section(10, bodies),
      section(11, [pool.segment()]),
    ]),
  );
}

const functionType = (parameters: readonly ValueType[], results: readonly ValueType[]): Code => [
  0x60,
  vector(parameters.map((type) => [type])),
  vector(results.map((type) => [type])),
];

function section(id: number, items: readonly Code[]): Code {
  const content = flatten(vector(items));
  return [id, unsigned(content.length), content];
}

function bodyOf({ write }: FunctionCode, pool: NumberPool): Code {
  const { locals, code } = write(pool);
  const content = flatten([vector(localGroups(locals)), code, 0x0b]);
  return [unsigned(content.length), content];
}

/** Locals of one type in a row are declared together. */
function localGroups(locals: readonly ValueType[]): readonly Code[] {
  const groups: { readonly type: ValueType; length: number }[] = [];
  for (const type of locals) {
    const last = groups.at(-1);
    if (last?.type === type) last.length += 1;
    else groups.push({ type, length: 1 });
  }
  return groups.map(({ type, length }) => [unsigned(length), type]);
}
