import type { Program } from "../model/program.ts";
import { PLAIN_POINTS, type PointSet } from "../sampling/sampling-method.ts";
import type { Backend } from "./backend.ts";
import { createInterpreter } from "./interpreter.ts";
import { type GivenColumns, type Kernel, NONE_GIVEN } from "./kernel.ts";
import { createWasmKernel } from "./wasm/wasm-kernel.ts";

/**
 * Make a kernel: by default in WebAssembly where this engine has it with SIMD, and interpreted
 * elsewhere. Throws where WebAssembly is asked for and there is none.
 *
 * `seed` is a whole number, 0 ≤ seed < 2^53.
 */
export function createKernel(
  program: Program,
  seed: number,
  backend?: Backend,
  points: PointSet = PLAIN_POINTS,
  given: GivenColumns = NONE_GIVEN,
): Kernel {
  if (backend === "interpreter") return createInterpreter(program, seed, points, given);
  const kernel = createWasmKernel(program, seed, points, given);
  if (kernel !== undefined) return kernel;
  if (backend === "wasm") throw new Error("There is no WebAssembly with SIMD here.");
  return createInterpreter(program, seed, points, given);
}
