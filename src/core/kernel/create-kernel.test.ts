import { afterEach, expect, it, vi } from "vitest";
import { smallProgram } from "../../../test/support/small-program.ts";
import { createKernel } from "./create-kernel.ts";
import { createInterpreter } from "./interpreter.ts";

afterEach(() => vi.unstubAllGlobals());

const program = smallProgram();
const expected = createInterpreter(program, 1).run(0, 3000);

it("runs WebAssembly where there is any, interprets when told to", () => {
  expect(createKernel(program, 1).run(0, 3000)).toStrictEqual(expected);
  expect(createKernel(program, 1, "wasm").run(0, 3000)).toStrictEqual(expected);
  const modules = vi.spyOn(WebAssembly, "Instance");
  expect(createKernel(program, 1, "interpreter").run(0, 3000)).toStrictEqual(expected);
  expect(modules).not.toHaveBeenCalled();
});

it.each([
  ["there is no WebAssembly", undefined],
  ["there is none with SIMD", { ...own(WebAssembly), validate: () => false }],
  ["a policy forbids it", { ...own(WebAssembly), Module: forbidden }],
])("interprets where %s", (_, api) => {
  vi.stubGlobal("WebAssembly", api);
  expect(createKernel(program, 1).run(0, 3000)).toStrictEqual(expected);
  expect(() => createKernel(program, 1, "wasm")).toThrow("no WebAssembly with SIMD");
});

/** The API's members, which a spread leaves out. */
function own(api: typeof WebAssembly) {
  const { Instance, Memory, Module, validate } = api;
  return { Instance, Memory, Module, validate };
}

function forbidden(): never {
  throw new Error("Refused to compile or instantiate WebAssembly module");
}
