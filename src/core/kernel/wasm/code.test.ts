import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flatten, signed, unsigned } from "./code.ts";

describe("whole numbers in LEB128", () => {
  // The examples of the DWARF standard, version 4, figures 22 and 23.
  it.each([
    [2, [2]],
    [127, [127]],
    [128, [0x80, 1]],
    [129, [0x81, 1]],
    [130, [0x82, 1]],
    [12_857, [0xb9, 0x64]],
  ])("%d without sign", (value, bytes) => {
    expect(flatten(unsigned(value))).toEqual(bytes);
  });

  it.each([
    [2n, [2]],
    [-2n, [0x7e]],
    [127n, [0xff, 0]],
    [-127n, [0x81, 0x7f]],
    [128n, [0x80, 1]],
    [-128n, [0x80, 0x7f]],
    [129n, [0x81, 1]],
    [-129n, [0xff, 0x7e]],
  ])("%d with sign", (value, bytes) => {
    expect(flatten(signed(value))).toEqual(bytes);
  });

  it("are read back by a reader that adds up the groups of seven bits", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
        const bytes = flatten(signed(value));
        const sum = bytes.reduce(
          (all, byte, k) => all + (BigInt(byte & 0x7f) << BigInt(7 * k)),
          0n,
        );
        expect(BigInt.asIntN(7 * bytes.length, sum)).toBe(value);
        expect(bytes.map((byte) => byte >= 0x80)).toEqual(
          bytes.map((_, k) => k < bytes.length - 1),
        );
      }),
    );
  });
});
