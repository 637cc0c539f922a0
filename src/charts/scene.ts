import type { ColorRole, DotShape } from "./chart-spec.ts";
import type { SurfaceRole } from "./palette.ts";

/** What a mark is painted with: a colour of the data, or of the page. */
export type PaintRole = ColorRole | SurfaceRole;

/** How an area is filled. A hatched one has diagonal lines over a light tint, a sign beside colour. */
export interface Fill {
  readonly role: PaintRole;
  readonly hatched?: boolean;
  /** 0..1, default 1. */
  readonly opacity?: number;
}

/** How a line is drawn; its width in pixels. */
export interface Stroke {
  readonly role: PaintRole;
  readonly width: number;
  readonly dashed?: boolean;
}

/** A place in pixels from the top left corner. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/**
 * A drawn mark in pixels from the top left corner. Colours are roles; painters (SVG text, SVG
 * elements, canvas) look them up.
 */
export type Mark =
  | {
      readonly kind: "rect";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: Fill;
    }
  | {
      readonly kind: "path";
      readonly points: readonly Position[];
      readonly closed: boolean;
      readonly fill?: Fill;
      readonly stroke?: Stroke;
    }
  | {
      readonly kind: "dot";
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly shape: DotShape;
      readonly role: PaintRole;
    }
  | {
      readonly kind: "text";
      readonly x: number;
      /** Of the baseline. */
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly bold?: boolean;
      readonly role: PaintRole;
      readonly anchor: "start" | "middle" | "end";
      /** Outlined in the surface's colour, to stay legible over lines and bars. */
      readonly halo?: boolean;
    };

/** Marks from back to front on a surface of a size in pixels. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** A straight line. */
export function lineMark(from: Position, to: Position, stroke: Stroke): Mark {
  return { kind: "path", points: [from, to], closed: false, stroke };
}

/** Outline of a dot as corners of a polygon, or `undefined` for round ones and open crosses. */
export function dotCorners(
  shape: DotShape,
  { x, y }: Position,
  radius: number,
): readonly Position[] | undefined {
  const corner = (dx: number, dy: number) => ({ x: x + dx * radius, y: y + dy * radius });
  switch (shape) {
    case "square":
      return [corner(-0.9, -0.9), corner(0.9, -0.9), corner(0.9, 0.9), corner(-0.9, 0.9)];
    case "diamond":
      return [corner(0, -1.25), corner(1.25, 0), corner(0, 1.25), corner(-1.25, 0)];
    case "triangle":
      return [corner(0, -1.2), corner(1.1, 0.8), corner(-1.1, 0.8)];
    case "triangle-down":
      return [corner(0, 1.2), corner(1.1, -0.8), corner(-1.1, -0.8)];
    case "circle":
    case "ring":
    case "cross":
    case "plus":
      return undefined;
  }
}

/** Strokes of a cross or a plus, or `undefined` for other shapes. */
export function dotStrokes(
  shape: DotShape,
  { x, y }: Position,
  radius: number,
): readonly (readonly [Position, Position])[] | undefined {
  if (shape !== "cross" && shape !== "plus") return undefined;
  const reach = shape === "cross" ? radius * 0.9 : radius * 1.2;
  const at = (dx: number, dy: number) => ({ x: x + dx * reach, y: y + dy * reach });
  return shape === "cross"
    ? [
        [at(-1, -1), at(1, 1)],
        [at(-1, 1), at(1, -1)],
      ]
    : [
        [at(-1, 0), at(1, 0)],
        [at(0, -1), at(0, 1)],
      ];
}
