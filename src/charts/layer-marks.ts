import type { Bin, ChartPoint, ChartSpec, ColorRole, Layer } from "./chart-spec.ts";
import type { Frame } from "./frame.ts";
import { freePlace, type TextPlace } from "./free-place.ts";
import { LABEL_SIZE, type Rule, verticalRuleMarks } from "./rule-labels.ts";
import { type Fill, lineMark, type Mark, type Position } from "./scene.ts";
import { textWidth } from "./text-width.ts";

const at = (frame: Frame, point: ChartPoint): Position => ({
  x: frame.x(point.x),
  y: frame.y(point.y),
});

function binFill(role: Bin["role"]): Fill {
  if (role === "miss") return { role, hatched: true };
  return role === "hit" ? { role } : { role, opacity: 0.55 };
}

function binMarks(bins: readonly Bin[], frame: Frame): Mark[] {
  return bins
    .filter((bin) => bin.height > 0)
    .map((bin) => {
      const left = frame.x(bin.low);
      const width = frame.x(bin.high) - left;
      const gap = width > 5 ? 1 : 0;
      const y = frame.y(bin.height);
      return {
        kind: "rect",
        x: left + gap / 2,
        y,
        width: width - gap,
        height: frame.y(0) - y,
        fill: binFill(bin.role),
      } as const;
    });
}

function areaMark(layer: Extract<Layer, { kind: "area" }>, frame: Frame): Mark {
  const upper = layer.points.map((p) => ({ x: frame.x(p.x), y: frame.y(p.high ?? p.y) }));
  const lower = layer.points.map((p) => ({ x: frame.x(p.x), y: frame.y(p.low ?? 0) }));
  return {
    kind: "path",
    points: [...upper, ...lower.reverse()],
    closed: true,
    fill: { role: layer.color, opacity: 0.18 },
  };
}

function dotMarks(layer: Extract<Layer, { kind: "dots" }>, frame: Frame): Mark[] {
  const radius = layer.isSmall === true ? 1.75 : 4;
  return layer.points.flatMap((point) => {
    const { x, y } = at(frame, point);
    const { low, high } = point;
    const dot: Mark = { kind: "dot", x, y, radius, shape: layer.shape, role: layer.color };
    const label: Mark[] =
      point.label === undefined ? [] : [pointLabel(point, point.label, frame, layer.color)];
    if (low === undefined || high === undefined) return [dot, ...label];
    const stroke = { role: layer.color, width: 1.25 };
    return [lineMark({ x, y: frame.y(low) }, { x, y: frame.y(high) }, stroke), dot, ...label];
  });
}

/** Right of its point, or left of it where the plot ends; above it unless the point says below. */
function pointLabel(point: ChartPoint, text: string, frame: Frame, role: ColorRole): Mark {
  const { x, y } = at(frame, point);
  const size = LABEL_SIZE + 1;
  const right = x + 9 + textWidth(text, size) <= frame.right;
  const below = point.labelBelow === true || y - 8 - size < frame.top;
  return {
    kind: "text",
    x: right ? x + 9 : x - 9,
    y: below ? y + size + 6 : y - 8,
    text,
    size,
    bold: true,
    role,
    anchor: right ? "start" : "end",
    halo: true,
  };
}

/** Curves in pixels, which labels should not lie over. */
type Curves = readonly (readonly Position[])[];

/** A label where no curve runs; it may reach above the plot, to the chart's edge. */
function labelMark(
  text: string,
  role: ColorRole,
  places: readonly [TextPlace, ...TextPlace[]],
  frame: Frame,
  curves: Curves,
): Mark {
  const place = freePlace(text, LABEL_SIZE, places, curves, { ...frame, top: 0 });
  return { kind: "text", ...place, text, size: LABEL_SIZE, role, halo: true };
}

/** The label stands at the right end of its line or at the left one, above it or below. */
function horizontalRuleMarks(rule: Rule, frame: Frame, curves: Curves): Mark[] {
  const y = frame.y(rule.value);
  const stroke = { role: rule.color, width: rule.dashed ? 1.25 : 1.75, dashed: rule.dashed };
  const [above, below] = [y - 5, y + LABEL_SIZE + 3];
  const right = { x: frame.right, anchor: "end" } as const;
  const left = { x: frame.left + 4, anchor: "start" } as const;
  return [
    lineMark({ x: frame.left, y }, { x: frame.right, y }, stroke),
    labelMark(
      rule.label,
      rule.color,
      [
        { ...right, y: above },
        { ...right, y: below },
        { ...left, y: above },
        { ...left, y: below },
      ],
      frame,
      curves,
    ),
  ];
}

/** How far a note may move up or down to make way, pixels, the nearest first. */
const NOTE_MOVES = [0, -6, 6, -12, 12, -18, 18, -24, 24, -30, 30] as const;

/** A note gives way to curves: to its other side if it has one, else up or down. */
function noteMark(note: Extract<Layer, { kind: "note" }>, frame: Frame, curves: Curves): Mark {
  const { x, y } = at(frame, note);
  const given: TextPlace = { x, y, anchor: note.anchor };
  const sides: readonly TextPlace[] =
    note.otherX === undefined
      ? [given]
      : [given, { x: frame.x(note.otherX), y, anchor: note.anchor === "end" ? "start" : "end" }];
  const moved = NOTE_MOVES.flatMap((move) => sides.map((side) => ({ ...side, y: y + move })));
  return labelMark(note.text, note.color, [given, ...moved], frame, curves);
}

function marksOf(layer: Layer, frame: Frame, curves: Curves): Mark[] {
  switch (layer.kind) {
    case "bins":
      return binMarks(layer.bins, frame);
    case "area":
      return [areaMark(layer, frame)];
    case "line":
      return [
        {
          kind: "path",
          points: layer.points.map((point) => at(frame, point)),
          closed: false,
          stroke: {
            role: layer.color,
            width: layer.dashed === true ? 1 : 2,
            dashed: layer.dashed === true,
          },
        },
      ];
    case "dots":
      return dotMarks(layer, frame);
    case "rule":
      return layer.axis === "y" ? horizontalRuleMarks(layer, frame, curves) : [];
    case "note":
      return [noteMark(layer, frame, curves)];
    case "bars":
      return [];
  }
}

/** The vertical rules of a chart, whose labels share the space above the plot. */
export function verticalRules(spec: ChartSpec): readonly Rule[] {
  return spec.layers.filter((layer) => layer.kind === "rule").filter(({ axis }) => axis === "x");
}

/** Everything inside the axes of a chart with two numeric axes, rules and all labels on top. */
export function layerMarks(
  spec: ChartSpec,
  frame: Frame,
  labelRange: readonly [number, number],
): Mark[] {
  const curves = spec.layers.flatMap((layer) =>
    layer.kind === "line" ? [layer.points.map((point) => at(frame, point))] : [],
  );
  const marks = spec.layers.flatMap((layer) => marksOf(layer, frame, curves));
  return [
    ...marks.filter(({ kind }) => kind !== "text"),
    ...verticalRuleMarks(verticalRules(spec), frame.x, labelRange, [frame.top, frame.bottom]),
    ...marks.filter(({ kind }) => kind === "text"),
  ];
}
