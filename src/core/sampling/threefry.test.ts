import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encryptCounters, fillNormalScores, fillUniforms, streamKey } from "./threefry.ts";

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

describe("fillUniforms", () => {
  const key = streamKey(20210226, "exports@2021");

  it("gives a draw the same number in any range and alignment", () => {
    const whole = new Float64Array(12_000);
    fillUniforms(key, 0, whole);
    fc.assert(
      fc.property(fc.nat(9000), fc.integer({ min: 1, max: 3000 }), (first, length) => {
        const part = new Float64Array(length);
        fillUniforms(key, first, part);
        expect(part).toEqual(whole.slice(first, first + length));
      }),
      { seed: 1 },
    );
  });

  // Block ⌊d/2⌋ has counter words (low, high, 0, 0); two words make (k + ½)/2^52.
  it("is addressed by 53 bits", () => {
    for (const draw of [0, 7, 2 ** 33 - 1, 2 ** 33, 2 ** 40 + 5]) {
      const out = new Float64Array(3);
      fillUniforms(key, draw, out);
      const expected = [draw, draw + 1, draw + 2].map((d) => {
        const block = BigInt(d) >> 1n;
        const counter = [Number(block & 0xffffffffn), Number(block >> 32n), 0, 0];
        const words = encrypt(Array.from(key), counter);
        const [first, second] = d % 2 === 0 ? [words[0]!, words[1]!] : [words[2]!, words[3]!];
        const k = (BigInt(first) << 20n) | BigInt(second >>> 12);
        return (Number(k) + 0.5) / 2 ** 52;
      });
      expect(Array.from(out)).toEqual(expected);
    }
  });

  // Chi-square with 1023 degrees of freedom: 99.99 % below 1199.8, 0.01 % below 863.3 (SciPy 1.17.1,
  // chi2.ppf([0.0001, 0.9999], 1023)).
  it("falls evenly on 1024 cells, and pairs on 32 × 32", () => {
    const draws = 1 << 20;
    const uniforms = new Float64Array(draws);
    fillUniforms(key, 0, uniforms);
    const cells = new Float64Array(1024);
    const pairs = new Float64Array(1024);
    for (const u of uniforms) cells[Math.floor(u * 1024)]! += 1;
    for (let i = 0; i < draws; i += 2) {
      pairs[32 * Math.floor(uniforms[i]! * 32) + Math.floor(uniforms[i + 1]! * 32)]! += 1;
    }
    for (const [counts, each] of [
      [cells, draws / 1024],
      [pairs, draws / 2048],
    ] as const) {
      const chiSquare = counts.reduce((sum, n) => sum + ((n - each) * (n - each)) / each, 0);
      expect(chiSquare).toBeGreaterThan(863.3);
      expect(chiSquare).toBeLessThan(1199.8);
    }
  });
});

describe("streamKey", () => {
  it("tells names and seeds apart", () => {
    const names = Array.from(
      { length: 10_000 },
      (_, i) => `input_${i % 1250}@${2021 + (i >> 11)}_${i}`,
    );
    const keys = new Set(names.map((name) => streamKey(1, name).slice(2).join()));
    expect(keys.size).toBe(names.length);
    expect(streamKey(2 ** 32 + 7, "a")).not.toEqual(streamKey(7, "a"));
    // Code units beyond one byte count in full.
    expect(streamKey(1, "出口")).not.toEqual(streamKey(1, "进口"));
  });

  // A sample correlation of n independent pairs has standard error 1/√n.
  it("makes streams of similar names, and of neighbouring seeds, independent", () => {
    const draws = 1 << 18;
    const sample = (seed: number, name: string): Float64Array => {
      const out = new Float64Array(draws);
      fillNormalScores(streamKey(seed, name), 0, out);
      return out;
    };
    const streams = [
      sample(1, "a"),
      sample(1, "b"),
      sample(1, "a@2021"),
      sample(2, "a"),
      sample(1, "aa"),
    ];
    streams.forEach((x, i) => {
      for (const y of streams.slice(0, i)) {
        const correlation = x.reduce((sum, value, t) => sum + value * y[t]!, 0) / draws;
        expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(draws));
      }
    });
  });
});

describe("fillNormalScores", () => {
  // The k-th raw moment of n draws has standard error √((m2k − mk²)/n): 1, 2, 15, 96 for k = 1 … 4.
  it("has the moments of a standard normal", () => {
    const n = 1 << 20;
    const z = new Float64Array(n);
    fillNormalScores(streamKey(5, "moments"), 0, z);
    const moment = (k: number): number => z.reduce((sum, x) => sum + x ** k, 0) / n;
    expect(Math.abs(moment(1))).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
    expect(Math.abs(moment(3))).toBeLessThan(4 * Math.sqrt(15 / n));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / n));
  });
});
