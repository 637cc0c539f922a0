import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHUNK_DRAWS, chunkAt, chunkCount } from "./chunks.ts";

describe("the partition into chunks", () => {
  test("covers [0, draws) without gaps, in equal chunks of whole blocks but for the last", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 * CHUNK_DRAWS }), (draws) => {
        let end = 0;
        const count = chunkCount(draws);
        const size = chunkAt(draws, 0).draws;
        for (let index = 0; index < count; index += 1) {
          const chunk = chunkAt(draws, index);
          expect(chunk.index).toBe(index);
          expect(chunk.firstDraw).toBe(end);
          expect(chunk.draws).toBeGreaterThan(0);
          if (index < count - 1) {
            expect(chunk.draws).toBe(size);
            expect(size % 1024).toBe(0);
          }
          end += chunk.draws;
        }
        expect(end).toBe(draws);
      }),
    );
  });

  test.each([
    [2_048, 1_024],
    [10_240, 5_120],
    // Eight and sixteen chunks.
    [100_000, 13_312],
    [1_000_000, 63_488],
  ])("a run of %d draws is cut into chunks of %d", (draws, size) => {
    expect(chunkAt(draws, 0).draws).toBe(size);
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("refuses %d draws", (draws) => {
    expect(() => chunkCount(draws)).toThrow(RangeError);
  });
});
