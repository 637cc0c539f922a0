import type { Palette } from "./palette.ts";
import {
  dotCorners,
  dotStrokes,
  type Fill,
  type Mark,
  type PaintRole,
  type Position,
} from "./scene.ts";
import { FONT_STACK, HATCH } from "./svg-elements.ts";

/** Paints marks on a canvas whose unit is the CSS pixel. */
export interface CanvasPainter {
  paint(marks: readonly Mark[]): void;
}

/** Paint with a palette's colours; hatching is tiled at the canvas' own resolution. */
export function createCanvasPainter(
  context: CanvasRenderingContext2D,
  colors: Palette,
  pixelRatio: number,
): CanvasPainter {
  const hatch = (role: PaintRole) => hatchPattern(context, colors[role], pixelRatio);
  return {
    paint(marks) {
      for (const mark of marks) {
        context.save();
        paintMark(context, mark, colors, hatch);
        context.restore();
      }
    },
  };
}

type Hatch = (role: PaintRole) => CanvasPattern | string;

function paintMark(
  context: CanvasRenderingContext2D,
  mark: Mark,
  colors: Palette,
  hatch: Hatch,
): void {
  switch (mark.kind) {
    case "rect":
      setFill(context, mark.fill, colors, hatch);
      context.fillRect(mark.x, mark.y, mark.width, mark.height);
      return;
    case "path":
      paintPath(context, mark, colors, hatch);
      return;
    case "dot":
      paintDot(context, mark, colors);
      return;
    case "text":
      paintText(context, mark, colors);
  }
}

function setFill(
  context: CanvasRenderingContext2D,
  fill: Fill,
  colors: Palette,
  hatch: Hatch,
): void {
  context.globalAlpha = fill.opacity ?? 1;
  context.fillStyle = fill.hatched === true ? hatch(fill.role) : colors[fill.role];
}

function trace(
  context: CanvasRenderingContext2D,
  points: readonly Position[],
  closed: boolean,
): void {
  context.beginPath();
  for (const { x, y } of points) context.lineTo(x, y);
  if (closed) context.closePath();
}

function paintPath(
  context: CanvasRenderingContext2D,
  { points, closed, fill, stroke }: Extract<Mark, { kind: "path" }>,
  colors: Palette,
  hatch: Hatch,
): void {
  trace(context, points, closed);
  if (fill !== undefined) {
    setFill(context, fill, colors, hatch);
    context.fill();
    context.globalAlpha = 1;
  }
  if (stroke === undefined) return;
  context.strokeStyle = colors[stroke.role];
  context.lineWidth = stroke.width;
  context.lineJoin = "round";
  context.setLineDash(stroke.dashed === true ? [4, 3] : []);
  context.stroke();
}

function paintDot(
  context: CanvasRenderingContext2D,
  mark: Extract<Mark, { kind: "dot" }>,
  colors: Palette,
): void {
  const color = colors[mark.role];
  const strokes = dotStrokes(mark.shape, mark, mark.radius);
  if (strokes !== undefined) {
    context.strokeStyle = color;
    context.lineWidth = 2.25;
    for (const line of strokes) {
      trace(context, line, false);
      context.stroke();
    }
    return;
  }
  const corners = dotCorners(mark.shape, mark, mark.radius);
  if (corners === undefined) {
    context.beginPath();
    context.arc(mark.x, mark.y, mark.radius, 0, 2 * Math.PI);
  } else {
    trace(context, corners, true);
  }
  const ring = mark.shape === "ring";
  context.fillStyle = ring ? colors["surface"] : color;
  context.strokeStyle = ring ? color : colors["surface"];
  context.lineWidth = ring ? 1.75 : 1;
  context.fill();
  context.stroke();
}

function paintText(
  context: CanvasRenderingContext2D,
  mark: Extract<Mark, { kind: "text" }>,
  colors: Palette,
): void {
  context.font = `${mark.bold === true ? 600 : 400} ${mark.size}px ${FONT_STACK}`;
  context.textAlign = mark.anchor === "middle" ? "center" : mark.anchor;
  context.textBaseline = "alphabetic";
  if (mark.halo === true) {
    context.strokeStyle = colors["surface"];
    context.lineWidth = 3;
    context.lineJoin = "round";
    context.strokeText(mark.text, mark.x, mark.y);
  }
  context.fillStyle = colors[mark.role];
  context.fillText(mark.text, mark.x, mark.y);
}

/** One tile of hatching as an image; plain colour where the browser cannot make a pattern. */
function hatchPattern(
  context: CanvasRenderingContext2D,
  color: string,
  pixelRatio: number,
): CanvasPattern | string {
  const tile = document.createElement("canvas");
  const size = Math.ceil(HATCH.tile * pixelRatio * 4);
  tile.width = size;
  tile.height = size;
  const brush = tile.getContext("2d");
  if (brush === null) return color;
  brush.fillStyle = color;
  brush.globalAlpha = HATCH.tint;
  brush.fillRect(0, 0, size, size);
  brush.globalAlpha = 1;
  brush.fillRect(0, 0, size * (HATCH.line / HATCH.tile), size);
  const pattern = context.createPattern(tile, "repeat");
  pattern?.setTransform(new DOMMatrix().rotateSelf(45).scaleSelf(HATCH.tile / size));
  return pattern ?? color;
}
