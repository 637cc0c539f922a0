import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fitReadable,
  fitWhole,
  panBy,
  reveal,
  viewportOf,
  zoomAt,
  zoomOf,
} from "./graph-viewport.ts";

const frame = { width: 800, height: 500 };
const number = fc.double({ min: -500, max: 500, noNaN: true });
const view = fc.record({ x: number, y: number, k: fc.double({ min: 0.2, max: 2, noNaN: true }) });

describe("viewports", () => {
  it("zoom around the point under the pointer", () => {
    fc.assert(
      fc.property(
        view,
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        number,
        number,
        (v, f, x, y) => {
          const next = zoomAt(v, f, { x, y });
          expect((x - next.x) / next.k).toBeCloseTo((x - v.x) / v.k, 6);
          expect((y - next.y) / next.k).toBeCloseTo((y - v.y) / v.k, 6);
          expect(next.k).toBeGreaterThanOrEqual(0.12);
          expect(next.k).toBeLessThanOrEqual(2.5);
        },
      ),
    );
  });

  it("show a drawing whole and centred, never enlarged", () => {
    expect(fitWhole({ width: 100, height: 50 }, frame)).toEqual({ x: 350, y: 225, k: 1 });
    // The height decides: (500 − 32)/936 = 0.5.
    expect(fitWhole({ width: 1000, height: 936 }, frame)).toEqual({ x: 150, y: 16, k: 0.5 });
  });

  it("show the right end of a large drawing at a size that can be read", () => {
    const { x, y, k } = fitReadable({ width: 4000, height: 3000 }, frame, 1000);
    expect(k).toBe(0.7);
    expect(x + k * 4000).toBeCloseTo(800 - 16, 9);
    expect(y + k * 1000).toBeCloseTo(250, 9);
  });

  it("move no more than needed to reveal a box", () => {
    const still = { x: 0, y: 0, k: 1 };
    const box = { width: 100, height: 30 };
    expect(reveal(still, { x: 300, y: 200 }, box, frame)).toEqual(still);
    expect(reveal(still, { x: 790, y: -50 }, box, frame)).toEqual(panBy(still, -138, 98));
  });

  it("come back from an address to within a unit of the drawing, in a frame of any size with the same middle", () => {
    fc.assert(
      fc.property(view, (v) => {
        const zoom = zoomOf(v, frame);
        const { k } = viewportOf(zoom, frame);
        expect(Math.abs(k / v.k - 1)).toBeLessThan(0.006);
        const small = { width: 300, height: 200 };
        expect(zoomOf(viewportOf(zoom, small), small)).toEqual(zoom);
        // The middle of the frame shows the same point.
        expect(Math.abs(zoom.x - (400 - v.x) / v.k)).toBeLessThanOrEqual(0.5);
        expect(Math.abs(zoom.y - (250 - v.y) / v.k)).toBeLessThanOrEqual(0.5);
      }),
    );
  });
});
