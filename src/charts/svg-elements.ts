import type { Palette } from "./palette.ts";
import {
  dotCorners,
  dotStrokes,
  type Fill,
  type Mark,
  type PaintRole,
  type Position,
} from "./scene.ts";

/** An SVG element as data: for text in files, for nodes on the page. */
export interface SvgElement {
  readonly tag: "rect" | "path" | "circle" | "text";
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly text?: string;
}

/** Gives the paint of roles: colours in files, custom properties on the page. */
export interface Paint {
  readonly color: (role: PaintRole) => string;
  /** Id of the pattern that hatches areas of a role. */
  readonly hatchId: (role: PaintRole) => string;
}

/** Paint with the custom properties of the page; `prefix` keeps the ids of one figure's patterns apart from others'. */
export function pagePaint(prefix: string): Paint {
  return { color: (role) => `var(--${role})`, hatchId: (role) => `${prefix}-hatch-${role}` };
}

/** Paint with fixed colours. */
export function palettePaint(colors: Palette): Paint {
  return { color: (role) => colors[role], hatchId: (role) => `hatch-${role}` };
}

/** Fonts that carry Latin and Chinese on the common systems, the same as the page's. */
export const FONT_STACK =
  "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Source Han Sans SC', 'Noto Sans CJK SC', system-ui, sans-serif";

/** Width and height of a hatching tile, and the width of its line; pixels, turned by 45°. */
export const HATCH = { tile: 5, line: 1.6, tint: 0.22 } as const;

/** Roles that a scene hatches areas with; each needs a pattern. */
export function hatchedRoles(marks: readonly Mark[]): PaintRole[] {
  const fills = marks.flatMap((mark) =>
    mark.kind === "rect" || mark.kind === "path" ? (mark.fill ?? []) : [],
  );
  return [...new Set(fills.filter(({ hatched }) => hatched === true).map(({ role }) => role))];
}

/** Hundredths of a pixel: enough for print, the same text on every machine. */
const px = (value: number) => Math.round(value * 100) / 100 + 0;

const pathData = (points: readonly Position[], closed: boolean) =>
  points.map(({ x, y }, k) => `${k === 0 ? "M" : "L"}${px(x)} ${px(y)}`).join("") +
  (closed ? "Z" : "");

function fillAttributes(fill: Fill | undefined, paint: Paint): Record<string, string | number> {
  if (fill === undefined) return { fill: "none" };
  const color =
    fill.hatched === true ? `url(#${paint.hatchId(fill.role)})` : paint.color(fill.role);
  return fill.opacity === undefined
    ? { fill: color }
    : { fill: color, "fill-opacity": fill.opacity };
}

function pathElement(mark: Extract<Mark, { kind: "path" }>, paint: Paint): SvgElement {
  const { stroke } = mark;
  const line =
    stroke === undefined
      ? {}
      : {
          stroke: paint.color(stroke.role),
          "stroke-width": stroke.width,
          "stroke-linejoin": "round",
          ...(stroke.dashed === true ? { "stroke-dasharray": "4 3" } : {}),
        };
  const d = pathData(mark.points, mark.closed);
  return { tag: "path", attributes: { d, ...fillAttributes(mark.fill, paint), ...line } };
}

function dotElement(mark: Extract<Mark, { kind: "dot" }>, paint: Paint): SvgElement {
  const { shape, radius } = mark;
  const color = paint.color(mark.role);
  const surface = paint.color("surface");
  const corners = dotCorners(shape, mark, radius);
  if (corners !== undefined) {
    const d = pathData(corners, true);
    return { tag: "path", attributes: { d, fill: color, stroke: surface, "stroke-width": 1 } };
  }
  const strokes = dotStrokes(shape, mark, radius);
  if (strokes !== undefined) {
    const d = strokes.map((line) => pathData(line, false)).join("");
    return { tag: "path", attributes: { d, fill: "none", stroke: color, "stroke-width": 2.25 } };
  }
  const round = { cx: px(mark.x), cy: px(mark.y) };
  return shape === "ring"
    ? {
        tag: "circle",
        attributes: {
          ...round,
          r: radius - 0.75,
          fill: surface,
          stroke: color,
          "stroke-width": 1.75,
        },
      }
    : {
        tag: "circle",
        attributes: { ...round, r: radius, fill: color, stroke: surface, "stroke-width": 1 },
      };
}

function textElement(mark: Extract<Mark, { kind: "text" }>, paint: Paint): SvgElement {
  return {
    tag: "text",
    attributes: {
      x: px(mark.x),
      y: px(mark.y),
      "font-size": mark.size,
      ...(mark.bold === true ? { "font-weight": 600 } : {}),
      ...(mark.anchor === "start" ? {} : { "text-anchor": mark.anchor }),
      fill: paint.color(mark.role),
      ...(mark.halo === true
        ? {
            stroke: paint.color("surface"),
            "stroke-width": 3,
            "stroke-linejoin": "round",
            "paint-order": "stroke",
          }
        : {}),
    },
    text: mark.text,
  };
}

/** The SVG element that draws a mark. */
export function svgElement(mark: Mark, paint: Paint): SvgElement {
  switch (mark.kind) {
    case "rect": {
      const { x, y, width, height } = mark;
      const box = { x: px(x), y: px(y), width: px(width), height: px(height) };
      return { tag: "rect", attributes: { ...box, ...fillAttributes(mark.fill, paint) } };
    }
    case "path":
      return pathElement(mark, paint);
    case "dot":
      return dotElement(mark, paint);
    case "text":
      return textElement(mark, paint);
  }
}
