import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exp, log, pow } from "../../sampling/math.ts";
import { BLOCK_DRAWS } from "../kernel.ts";
import { COLUMN_STRIDE, KERNEL_AT } from "./memory-map.ts";
import { type WasmRuntime, wasmRuntime } from "./wasm-runtime.ts";

const [A, B, OUT] = [KERNEL_AT, KERNEL_AT + COLUMN_STRIDE, KERNEL_AT + 2 * COLUMN_STRIDE];

/** Apply a function of the library to columns. */
function apply(
  fill: (library: WasmRuntime["library"]) => void,
  a: Float64Array,
  b: Float64Array,
): Float64Array {
  const runtime = wasmRuntime();
  if (runtime === undefined) throw new Error("There is no WebAssembly here.");
  runtime.reserve(OUT + COLUMN_STRIDE);
  runtime.occupant = undefined;
  new Float64Array(runtime.memory(), A, BLOCK_DRAWS).set(a);
  new Float64Array(runtime.memory(), B, BLOCK_DRAWS).set(b);
  fill(runtime.library);
  return new Float64Array(runtime.memory(), OUT, BLOCK_DRAWS);
}

function expectSameBits(found: Float64Array, expected: (index: number) => number): void {
  const different = found.findIndex((value, index) => !Object.is(value, expected(index)));
  expect([different, found[different]]).toEqual([-1, undefined]);
}

/** A block of numbers of any size, signs and special values. */
const anything = fc.float64Array({ minLength: BLOCK_DRAWS, maxLength: BLOCK_DRAWS });
const block = (min: number, max: number) =>
  fc
    .array(fc.double({ min, max, noNaN: true }), { minLength: BLOCK_DRAWS, maxLength: BLOCK_DRAWS })
    .map((values) => Float64Array.from(values));
/** Mostly in the middle range, some beyond: pairs of all kinds. */
const operands = fc.oneof(anything, block(-800, 800), block(-1, 1), block(0, 1e300));

describe("functions of pairs are those of single numbers, to the last bit", () => {
  it("exp", () => {
    fc.assert(
      fc.property(operands, (x) => {
        expectSameBits(
          apply((library) => library.exp(A, OUT), x, x),
          (i) => exp(x[i]!),
        );
      }),
    );
  });

  it("log", () => {
    fc.assert(
      fc.property(operands, (x) => {
        expectSameBits(
          apply((library) => library.log(A, OUT), x, x),
          (i) => log(x[i]!),
        );
      }),
    );
  });

  const exponents = fc.oneof(
    anything,
    block(-5, 5),
    fc
      .constantFrom(0, 1, 2, -1, 0.5, 3, 10, 1 / 3)
      .map((y) => new Float64Array(BLOCK_DRAWS).fill(y)),
  );
  it("pow", () => {
    fc.assert(
      fc.property(fc.oneof(operands, block(0.5, 2)), exponents, (x, y) => {
        const found = apply((library) => library.power(A, B, OUT), x, y);
        expectSameBits(found, (i) => pow(x[i]!, y[i]!));
      }),
    );
  });
});
