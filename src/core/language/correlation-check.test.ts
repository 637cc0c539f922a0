import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallestEigenvalue } from "../sampling/symmetric-eigen.ts";
import { correlationConflicts, type PlacedCorrelation } from "./correlation-check.ts";

const pair = (a: string, b: string, rank: number, at = 0): PlacedCorrelation => ({
  between: [a, b],
  rank,
  at,
});

/** Smallest eigenvalue of the normal-score matrix of some names, by 2 sin(π ρ / 6). */
function smallest(names: readonly string[], correlations: readonly PlacedCorrelation[]): number {
  const n = names.length;
  const matrix = Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : 0));
  for (const { between, rank } of correlations) {
    const [i, j] = [names.indexOf(between[0]), names.indexOf(between[1])];
    if (i < 0 || j < 0) continue;
    matrix[i * n + j] = 2 * Math.sin((Math.PI * rank) / 6);
    matrix[j * n + i] = 2 * Math.sin((Math.PI * rank) / 6);
  }
  return n === 0 ? 1 : smallestEigenvalue(matrix, n);
}

describe("correlationConflicts", () => {
  it("has nothing to say where all can hold", () => {
    expect(correlationConflicts([])).toEqual([]);
    expect(correlationConflicts([pair("a", "b", 0.99), pair("c", "d", -0.99)])).toEqual([]);
  });

  it("names the smallest group, its last pair, and each pair without which the rest can hold", () => {
    const [conflict, ...others] = correlationConflicts([
      pair("x", "a", 0.3, 10),
      pair("a", "b", 0.9, 20),
      pair("b", "c", 0.9, 30),
      pair("c", "a", -0.2, 40),
      pair("c", "y", 0.3, 50),
    ]);
    expect(others).toEqual([]);
    expect(conflict?.at).toBe(40);
    expect(conflict?.message.en).toContain("among `a`, `b`, `c` cannot");
    // Without a ~ b or b ~ c two correlations are left, whose squares sum to less than 1; without c ~ a,
    // 0.9² + 0.9² > 1 still cannot hold.
    expect(conflict?.remedy.en).toContain(": `a ~ b: 0.9`, `b ~ c: 0.9`.");
    // By hand: 2 sin(π·0.9/6) = 0.9080, 2 sin(−π·0.2/6) = −0.2091; eigenvalues of that 3 × 3 matrix: NumPy's eigvalsh.
    expect(conflict?.message.en).toMatch(/eigenvalue −0\.\d{3}/);
  });

  it("reports separate groups one by one", () => {
    const triangle = (a: string, b: string, c: string) => [
      pair(a, b, 0.9),
      pair(b, c, 0.9),
      pair(c, a, -0.9),
    ];
    expect(
      correlationConflicts([...triangle("a", "b", "c"), ...triangle("d", "e", "f")]),
    ).toHaveLength(2);
  });

  it("finds a conflict if and only if the matrix has an eigenvalue that is not positive", () => {
    const names = ["a", "b", "c", "d", "e"];
    const pairs = names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const));
    const ranks = fc.array(fc.option(fc.double({ min: -0.95, max: 0.95, noNaN: true })), {
      minLength: 10,
      maxLength: 10,
    });
    fc.assert(
      fc.property(ranks, (all) => {
        const given = pairs.flatMap(([a, b], i) => (all[i] === null ? [] : [pair(a, b, all[i]!)]));
        const least = smallest(names, given);
        fc.pre(Math.abs(least) > 1e-6);
        const conflicts = correlationConflicts(given);
        expect(conflicts.length > 0).toBe(least < 0);
        for (const { message } of conflicts) {
          const culprits = names.filter((name) => message.en.includes(`\`${name}\``));
          expect(smallest(culprits, given)).toBeLessThan(1e-9);
          for (const name of culprits) {
            expect(
              smallest(
                culprits.filter((other) => other !== name),
                given,
              ),
            ).toBeGreaterThan(-1e-9);
          }
        }
      }),
    );
  });
});
