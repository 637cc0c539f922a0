import { describe, expect, it } from "vitest";
import { encryptCounters } from "./threefry.ts";

function encrypt(key: readonly number[], counter: readonly number[]): readonly number[] {
  const out = new Uint32Array(4);
  encryptCounters(Uint32Array.from(key), Uint32Array.from(counter), 1, out);
  return Array.from(out);
}

describe("encryptCounters", () => {
  // Random123 1.14, tests/kat_vectors, lines "threefry4x32 20": zeros, ones, digits of π.
  it.each([
    {
      counter: [0, 0, 0, 0],
      key: [0, 0, 0, 0],
      cipher: [0x9c6ca96a, 0xe17eae66, 0xfc10ecd4, 0x5256a7d8],
    },
    {
      counter: [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      key: [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      cipher: [0x2a881696, 0x57012287, 0xf6c7446e, 0xa16a6732],
    },
    {
      counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      key: [0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89],
      cipher: [0x59cd1dbb, 0xb8879579, 0x86b5d00c, 0xac8b6d84],
    },
  ])("reproduces the published answer for counter $counter", ({ counter, key, cipher }) => {
    expect(encrypt(key, counter)).toEqual(cipher);
  });
});
