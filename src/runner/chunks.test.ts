import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHUNK_DRAWS, chunkAt, chunkCount } from "./chunks.ts";

describe("the partition into chunks", () => {
  test("covers [0, draws) without gaps, in full chunks but for the last", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 * CHUNK_DRAWS }), (draws) => {
        let end = 0;
        const count = chunkCount(draws);
        for (let index = 0; index < count; index += 1) {
          const chunk = chunkAt(draws, index);
          expect(chunk.index).toBe(index);
          expect(chunk.firstDraw).toBe(end);
          if (index < count - 1) expect(chunk.draws).toBe(CHUNK_DRAWS);
          expect(chunk.draws).toBeGreaterThan(0);
          end += chunk.draws;
        }
        expect(end).toBe(draws);
      }),
    );
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("refuses %d draws", (draws) => {
    expect(() => chunkCount(draws)).toThrow(RangeError);
  });
});
