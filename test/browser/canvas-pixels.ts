import type { Locator } from "playwright-core";

/** How many pixels of a canvas have each colour, by `#rrggbb`; transparent pixels do not count. */
export async function colorCounts(canvas: Locator): Promise<ReadonlyMap<string, number>> {
  const counts = await canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    const pixels = element.getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
    const byColor = new Map<string, number>();
    for (let at = 0; at < pixels.length; at += 4) {
      if (pixels[at + 3] !== 255) continue;
      const digits = [...pixels.slice(at, at + 3)].map((part) =>
        part.toString(16).padStart(2, "0"),
      );
      const color = `#${digits.join("")}`;
      byColor.set(color, (byColor.get(color) ?? 0) + 1);
    }
    return [...byColor];
  });
  return new Map(counts);
}

/** Bars of a histogram as painted: areas in pixels, and columns where hits begin and misses end. */
export interface BarAreas {
  readonly hitArea: number;
  readonly missArea: number;
  readonly firstHit: number;
  readonly lastMiss: number;
}

/**
 * Measures a histogram's bars by their hues: hits are bluish, misses reddish, everything else grey.
 * Each column of pixels counts from the bars' foot upwards as far as its hue goes on.
 */
export function barAreas(canvas: Locator): Promise<BarAreas> {
  return canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    const { data } = element.getContext("2d")!.getImageData(0, 0, width, height);
    const hue = (x: number, y: number) => {
      const at = 4 * (y * width + x);
      const tilt = data[at + 2]! - data[at]!;
      return tilt > 30 ? "hit" : tilt < -15 ? "miss" : "none";
    };
    const columns = Array.from({ length: width }, (_, x) => x);
    const rows = Array.from({ length: height }, (_, y) => y).reverse();
    // Words in the colours stand above the bars, so the lowest coloured row is the bars' foot.
    const foot = rows.find((y) => columns.filter((x) => hue(x, y) === "hit").length > 20) ?? 0;
    const bars = columns.map((x) => {
      const kind = hue(x, foot - 1);
      let top = foot;
      while (kind !== "none" && top > 0 && hue(x, top - 1) === kind) top -= 1;
      return { kind, x, height: foot - top };
    });
    const area = (kind: string) =>
      bars.filter((bar) => bar.kind === kind).reduce((sum, bar) => sum + bar.height, 0);
    return {
      hitArea: area("hit"),
      missArea: area("miss"),
      firstHit: bars.findIndex(({ kind }) => kind === "hit"),
      lastMiss: bars.findLastIndex(({ kind }) => kind === "miss"),
    };
  });
}
