import type { LegendEntry } from "./chart-spec.ts";
import type { Mark, Scene } from "./scene.ts";
import { textWidth } from "./text-width.ts";

const SIZE = 12;
const LINE = 20;
const GAP = 18;

/** Legend entries in a row, broken where the width ends. */
export function legendScene(entries: readonly LegendEntry[], width: number): Scene {
  let x = 0;
  let y = 14;
  const marks = entries.flatMap((entry): Mark[] => {
    const length = 16 + textWidth(entry.name, SIZE);
    if (x > 0 && x + length > width) {
      x = 0;
      y += LINE;
    }
    const at = x;
    x += length + GAP;
    return [
      swatchMark(entry, at, y - 4),
      { kind: "text", x: at + 16, y, text: entry.name, size: SIZE, role: "ink", anchor: "start" },
    ];
  });
  return { width, height: entries.length === 0 ? 0 : y + 8, marks };
}

/** The sign of a series, 12 px wide: left edge at x, middle at y. */
export function swatchMark({ shape, color }: LegendEntry, x: number, y: number): Mark {
  if (shape !== "hatched" && shape !== "filled") {
    return { kind: "dot", x: x + 6, y, radius: 4.5, shape, role: color };
  }
  const fill = { role: color, hatched: shape === "hatched" };
  return { kind: "rect", x, y: y - 5, width: 12, height: 10, fill };
}
