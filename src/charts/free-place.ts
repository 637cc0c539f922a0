import type { Position } from "./scene.ts";
import { textWidth } from "./text-width.ts";

/** Text that may stand somewhere: its end or middle, and its baseline, pixels. */
export interface TextPlace extends Position {
  readonly anchor: "start" | "middle" | "end";
}

/** Edges of a box, pixels. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOf({ x, y, anchor }: TextPlace, width: number, size: number): Box {
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { left, right: left + width, top: y - size, bottom: y + 3 };
}

/** Length of the part of a segment that lies within a box, by Liang and Barsky's clipping. */
function lengthWithin(box: Box, from: Position, to: Position): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [enter, leave] = [0, 1];
  for (const [step, room] of [
    [-dx, from.x - box.left],
    [dx, box.right - from.x],
    [-dy, from.y - box.top],
    [dy, box.bottom - from.y],
  ] as const) {
    if (step === 0 && room < 0) return 0;
    if (step < 0) enter = Math.max(enter, room / step);
    if (step > 0) leave = Math.min(leave, room / step);
  }
  return leave > enter ? (leave - enter) * Math.hypot(dx, dy) : 0;
}

function covered(box: Box, lines: readonly (readonly Position[])[]): number {
  return lines
    .flatMap((points) =>
      points.slice(1).map((point, index) => lengthWithin(box, points[index] ?? point, point)),
    )
    .reduce((sum, length) => sum + length, 0);
}

/**
 * The first of the places where a text of a size lies within `bounds` and no line runs through it;
 * where there is none, the one that covers the least of the lines. All in pixels.
 */
export function freePlace(
  text: string,
  size: number,
  places: readonly [TextPlace, ...TextPlace[]],
  lines: readonly (readonly Position[])[],
  bounds: Box,
): TextPlace {
  const width = textWidth(text, size);
  const rated = places
    .map((place) => ({ place, box: boxOf(place, width, size) }))
    .filter(
      ({ box }) =>
        box.left >= bounds.left && box.right <= bounds.right + 1 && box.top >= bounds.top,
    )
    .map(({ place, box }) => ({ place, length: covered(box, lines) }));
  const least = Math.min(...rated.map(({ length }) => length));
  return rated.find(({ length }) => length === least)?.place ?? places[0];
}
