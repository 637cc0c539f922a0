import type { GraphZoom } from "../../state/view.ts";

/** Which part of a drawing is seen: a point of it at (u, v) is on screen at (x + k u, y + k v), in pixels. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A point of the screen, from the upper left corner of the drawing's frame. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

const SMALLEST = 0.12;
const LARGEST = 2.5;
/** Space around a drawing that is shown whole. */
const MARGIN = 16;
/** Space that a node keeps from the edge when it is brought into view. */
const CLEARANCE = 48;
/** Names are read from here on. */
const READABLE = 0.7;

const between = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), high);

/** Zooms by a factor, the point under `at` staying where it is. */
export function zoomAt({ x, y, k }: Viewport, factor: number, at: ScreenPoint): Viewport {
  const next = between(k * factor, SMALLEST, LARGEST);
  const ratio = next / k;
  return { x: at.x - ratio * (at.x - x), y: at.y - ratio * (at.y - y), k: next };
}

/** Moves the drawing on the screen. */
export function panBy({ x, y, k }: Viewport, dx: number, dy: number): Viewport {
  return { x: x + dx, y: y + dy, k };
}

/** The whole drawing in the middle of the frame, never larger than full size. */
export function fitWhole(drawing: Size, frame: Size): Viewport {
  const k = between(
    Math.min(
      (frame.width - 2 * MARGIN) / Math.max(drawing.width, 1),
      (frame.height - 2 * MARGIN) / Math.max(drawing.height, 1),
    ),
    SMALLEST,
    1,
  );
  return {
    x: (frame.width - k * drawing.width) / 2,
    y: (frame.height - k * drawing.height) / 2,
    k,
  };
}

/** The whole drawing where its names can be read then, else its right end, where targets are, large enough to read. */
export function fitReadable(drawing: Size, frame: Size, focusY: number): Viewport {
  const whole = fitWhole(drawing, frame);
  if (whole.k >= READABLE) return whole;
  const k = READABLE;
  const isWide = k * drawing.width + 2 * MARGIN > frame.width;
  const isHigh = k * drawing.height + 2 * MARGIN > frame.height;
  return {
    x: isWide ? frame.width - MARGIN - k * drawing.width : (frame.width - k * drawing.width) / 2,
    y: isHigh ? frame.height / 2 - k * focusY : (frame.height - k * drawing.height) / 2,
    k,
  };
}

/** Moves the drawing no more than it takes to see a box of it, given by its corner and size. */
export function reveal(view: Viewport, at: ScreenPoint, box: Size, frame: Size): Viewport {
  const shift = (low: number, high: number, end: number): number =>
    low < CLEARANCE ? CLEARANCE - low : high > end - CLEARANCE ? end - CLEARANCE - high : 0;
  const [left, top] = [view.x + view.k * at.x, view.y + view.k * at.y];
  return panBy(
    view,
    shift(left, left + view.k * box.width, frame.width),
    shift(top, top + view.k * box.height, frame.height),
  );
}

/** What an address tells of a viewport, whatever the size of the frame: its scale and what is in the middle. */
export function zoomOf({ x, y, k }: Viewport, { width, height }: Size): GraphZoom {
  return {
    scale: Number(k.toPrecision(3)),
    x: Math.round((width / 2 - x) / k) + 0,
    y: Math.round((height / 2 - y) / k) + 0,
  };
}

/** The viewport that an address tells of. */
export function viewportOf({ scale, x, y }: GraphZoom, { width, height }: Size): Viewport {
  const k = between(scale, SMALLEST, LARGEST);
  return { x: width / 2 - k * x, y: height / 2 - k * y, k };
}

/** Whether two zooms show the same part. */
export const isSameZoom = (a: GraphZoom, b: GraphZoom): boolean =>
  a.scale === b.scale && a.x === b.x && a.y === b.y;
