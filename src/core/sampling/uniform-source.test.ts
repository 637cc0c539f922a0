import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dealDimensions } from "./deal-dimensions.ts";
import { type PointSet, REPLICATES } from "./sampling-method.ts";
import { SOBOL_DIMENSIONS } from "./sobol.ts";
import { fillUniforms, streamKey } from "./threefry.ts";
import { createUniformSource } from "./uniform-source.ts";

const DRAWS = 16_384;
const POINT_SETS: readonly PointSet[] = [
  { method: "monte-carlo" },
  { method: "sobol" },
  { method: "latin-hypercube", draws: DRAWS },
];

function uniforms(points: PointSet, dimension: number, draws = DRAWS, seed = 1): Float64Array {
  const out = new Float64Array(draws);
  createUniformSource(points, seed, { stream: `input ${dimension}`, dimension })(0, out);
  return out;
}

/** The points of one replicate, in order. */
const replicateOf = (draws: Float64Array, replicate: number): Float64Array =>
  draws.filter((_, draw) => draw % REPLICATES === replicate);

describe.each(POINT_SETS)("uniforms of $method", (points) => {
  it("are the same whatever range is asked for", () => {
    const whole = uniforms(points, 3);
    const source = createUniformSource(points, 1, { stream: "input 3", dimension: 3 });
    fc.assert(
      fc.property(fc.nat(DRAWS - 3000), fc.integer({ min: 0, max: 3000 }), (first, length) => {
        const part = new Float64Array(length);
        source(first, part);
        expect(part).toEqual(whole.slice(first, first + length));
      }),
      { seed: 1 },
    );
  });

  it("are odd multiples of 2^-53 strictly inside (0, 1)", () => {
    const wrong = uniforms(points, 7).filter((u) => !(u > 0 && u < 1 && (u * 2 ** 53) % 2 === 1));
    expect(wrong).toEqual(new Float64Array(0));
  });

  // 64 cells: chi-square with 63 degrees of freedom lies in (26.0, 122.7) with probability
  // 1 − 2e-5 (SciPy 1.17.1, chi2.ppf([1e-5, 1 − 1e-5], 63)). A point by itself is uniform,
  // so this holds for one point of many seeds.
  it("are uniform over seeds at any one draw", () => {
    const seeds = 6400;
    const counts = new Float64Array(64);
    const out = new Float64Array(1);
    for (let seed = 0; seed < seeds; seed++) {
      createUniformSource(points, seed, { stream: "u", dimension: 2 })(83, out);
      counts[Math.floor(out[0]! * 64)]! += 1;
    }
    const chiSquare = counts.reduce((sum, n) => sum + (n - 100) ** 2 / 100, 0);
    expect(chiSquare).toBeGreaterThan(26.0);
    expect(chiSquare).toBeLessThan(122.7);
  });

  // Correlation of n independent pairs has standard error 1/√n; that of nets and strata is smaller.
  it("are uncorrelated between inputs", () => {
    const x = uniforms(points, 3);
    for (const y of [uniforms(points, 4), uniforms(points, 40)]) {
      expect(Math.abs(correlation(x, y))).toBeLessThan(4 / Math.sqrt(DRAWS));
    }
  });

  // Draws 83 and 84 are points of two replicates, 83 and 83 + 16 neighbours in one. Over seeds, replicates
  // are independent; points of one replicate are not: they exclude each other.
  it("are independent between replicates", () => {
    const seeds = 4000;
    const one = new Float64Array(seeds);
    const other = new Float64Array(seeds);
    const out = new Float64Array(2);
    for (let seed = 0; seed < seeds; seed++) {
      createUniformSource(points, seed, { stream: "u", dimension: 2 })(83, out);
      one[seed] = out[0]!;
      other[seed] = out[1]!;
    }
    expect(Math.abs(correlation(one, other))).toBeLessThan(4 / Math.sqrt(seeds));
  });
});

const correlation = (x: Float64Array, y: Float64Array): number =>
  x.reduce((sum, value, i) => sum + 12 * (value - 0.5) * (y[i]! - 0.5), 0) / x.length;

describe("scrambled Sobol points", () => {
  // Sobol (1967): each aligned stretch of 2^m points has one point in each interval of length 2^-m, and
  // scrambling keeps it so.
  it("have one point in each elementary interval, in every dimension and replicate", () => {
    fc.assert(
      fc.property(
        fc.nat(SOBOL_DIMENSIONS - 1),
        fc.nat(15),
        fc.integer({ min: 0, max: 10 }),
        fc.nat(2 ** 32),
        fc.nat(1000),
        (dimension, replicate, m, seed, place) => {
          const points = 2 ** m;
          const out = new Float64Array(REPLICATES * points);
          const source = createUniformSource({ method: "sobol" }, seed, { stream: "x", dimension });
          source(REPLICATES * points * place, out);
          const cells = replicateOf(out, replicate).map((u) => Math.floor(u * points));
          expect(cells.sort()).toEqual(Float64Array.from({ length: points }, (_, i) => i));
        },
      ),
      { seed: 1 },
    );
  });

  // The first two dimensions form a (0, 2)-sequence (Sobol 1967); in each replicate other inputs take them.
  it("have one point in each elementary rectangle of the first two dimensions", () => {
    const inputs = Array.from({ length: 31 }, (_, dimension) => dimension);
    for (let replicate = 0; replicate < REPLICATES; replicate++) {
      const taker = (sobol: number): number =>
        inputs.findIndex((dimension) => dealDimensions(1, dimension)[replicate] === sobol);
      const a = replicateOf(uniforms({ method: "sobol" }, taker(0)), replicate);
      const b = replicateOf(uniforms({ method: "sobol" }, taker(1)), replicate);
      for (let m = 0; m <= 10; m++) {
        const rectangles = new Set(
          Array.from(a, (u, i) => `${Math.floor(u * 2 ** m)}/${Math.floor(b[i]! * 2 ** (10 - m))}`),
        );
        expect(rectangles.size).toBe(1024);
      }
    }
  });

  // A random matrix with ones on the diagonal and a random shift: digit k of a coordinate is a function of
  // digits 0 … k of the Sobol coordinate, so points that share m digits still share exactly m. (Draws of two
  // streams that take the same dimension in the same replicate.)
  it("keep how many leading digits two points share", () => {
    const [sobol, other] = ["a", "b"].map((stream) => {
      const out = new Float64Array(16 * 512);
      createUniformSource({ method: "sobol" }, 1, { stream, dimension: 5 })(0, out);
      return out;
    }) as [Float64Array, Float64Array];
    const shared = (u: number, v: number): number => {
      let m = 0;
      while (m < 30 && Math.floor(u * 2 ** (m + 1)) === Math.floor(v * 2 ** (m + 1))) m++;
      return m;
    };
    const a = replicateOf(sobol, 0);
    const b = replicateOf(other, 0);
    fc.assert(
      fc.property(fc.nat(511), fc.nat(511), (i, j) => {
        fc.pre(i !== j);
        expect(shared(a[i]!, a[j]!)).toBe(shared(b[i]!, b[j]!));
      }),
      { seed: 1 },
    );
  });

  it("are plain draws beyond the known dimensions", () => {
    const out = new Float64Array(100);
    fillUniforms(streamKey(1, `input ${SOBOL_DIMENSIONS}`), 0, out);
    expect(uniforms({ method: "sobol" }, SOBOL_DIMENSIONS, 100)).toEqual(out);
  });
});

describe("Latin hypercube points", () => {
  it("have one point in each stratum of every replicate, for any number of draws", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.nat(2 ** 40), (points, seed) => {
        const draws = REPLICATES * points;
        const out = uniforms({ method: "latin-hypercube", draws }, 0, draws, seed);
        for (let replicate = 0; replicate < REPLICATES; replicate++) {
          const strata = replicateOf(out, replicate).map((u) => Math.floor(u * points));
          expect(strata.sort()).toEqual(Float64Array.from({ length: points }, (_, i) => i));
        }
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  // Where replicates are not equally long, the shorter ones leave one stratum empty.
  it("have no two points in a stratum when draws are no multiple of the replicates", () => {
    const out = uniforms({ method: "latin-hypercube", draws: 1005 }, 0, 1005);
    for (let replicate = 0; replicate < REPLICATES; replicate++) {
      const points = replicateOf(out, replicate);
      expect(new Set(points.map((u) => Math.floor(u * 63))).size).toBe(points.length);
    }
  });

  // Two points of a permutation of 10 fall into each of the 90 pairs of strata equally often: chi-square
  // with 89 degrees of freedom lies in (43.1, 157.7) with probability 1 − 2e-5 (SciPy
  // 1.17.1, chi2.ppf([1e-5, 1 − 1e-5], 89)).
  it("permute strata evenly in pairs", () => {
    const pairs = new Map<number, number>();
    const points: PointSet = { method: "latin-hypercube", draws: 160 };
    for (let seed = 0; seed < 600; seed++) {
      const out = uniforms(points, 0, 160, seed);
      for (let replicate = 0; replicate < 15; replicate++) {
        const stratum = (point: number) => Math.floor(out[16 * point + replicate]! * 10);
        const pair = 10 * stratum(3) + stratum(4);
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      }
    }
    const chiSquare = [...pairs.values()].reduce((sum, n) => sum + (n - 100) ** 2 / 100, 0);
    expect(pairs.size).toBe(90);
    expect(chiSquare).toBeGreaterThan(43.1);
    expect(chiSquare).toBeLessThan(157.7);
  });
});
