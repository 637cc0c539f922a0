import type { CategoryAxis, CategoryRow, ChartPoint, ChartSpec, Layer } from "./chart-spec.ts";
import { linearScale, thinTicks } from "./frame.ts";
import { lineMark, type Mark, type Scene } from "./scene.ts";
import { textWidth, wrapText } from "./text-width.ts";

/** A chart with rows. */
export type CategorySpec = ChartSpec & { readonly y: CategoryAxis };

const SIZE = 12;
const LINE = 15;
const ROW_PADDING = 9;
const HEADING_HEIGHT = 30;
const AXIS_HEIGHT = 22;
/** Space on the right for a label behind a dot at 100 %. */
const LABEL_ROOM = 56;

interface PlacedRow {
  readonly row: CategoryRow;
  readonly lines: readonly string[];
  readonly details: readonly string[];
  readonly headingY: number;
  readonly middle: number;
  readonly bottom: number;
}

interface Plot {
  /** Left end of the domain. */
  readonly left: number;
  /** Where labels left of dots may begin. */
  readonly labelLeft: number;
  readonly right: number;
  readonly rows: readonly PlacedRow[];
  readonly x: (value: number) => number;
}

/** Width of the column of labels: as wide as the longest label, within bounds that leave room to the plot. */
function labelColumn(rows: readonly CategoryRow[], width: number): number {
  const longest = Math.max(
    0,
    ...rows.flatMap(({ label, detail = "" }) => [
      textWidth(label, SIZE),
      textWidth(detail, SIZE - 1),
    ]),
  );
  return Math.min(longest + 4, Math.max(width * 0.42, 108));
}

function placeRows(rows: readonly CategoryRow[], column: number): PlacedRow[] {
  let y = AXIS_HEIGHT;
  return rows.map((row) => {
    const headingY = y + HEADING_HEIGHT - 9;
    if (row.heading !== undefined) y += HEADING_HEIGHT;
    const lines = wrapText(row.label, column, SIZE);
    const details = row.detail === undefined ? [] : wrapText(row.detail, column, SIZE - 1);
    const height = (lines.length + details.length) * LINE + ROW_PADDING;
    const middle = y + height / 2;
    y += height;
    return { row, lines, details, headingY, middle, bottom: y };
  });
}

function rowMarks(
  { row, lines, details, headingY, middle, bottom }: PlacedRow,
  width: number,
): Mark[] {
  const text = { kind: "text", x: 0, anchor: "start" } as const;
  const top = middle - ((lines.length + details.length) * LINE) / 2 + 11.5;
  const heading: Mark[] =
    row.heading === undefined
      ? []
      : [
          {
            ...text,
            y: headingY,
            text: row.heading,
            size: SIZE + 1,
            bold: true,
            role: "ink",
            halo: true,
          },
        ];
  return [
    ...heading,
    ...lines.map(
      (line, k): Mark => ({ ...text, y: top + k * LINE, text: line, size: SIZE, role: "ink" }),
    ),
    ...details.map((line, k): Mark => {
      const y = top + (lines.length + k) * LINE;
      return { ...text, y, text: line, size: SIZE - 1, role: "ink-muted" };
    }),
    lineMark({ x: 0, y: bottom }, { x: width, y: bottom }, { role: "hairline", width: 0.75 }),
  ];
}

const hasRule = (spec: CategorySpec): boolean => spec.layers.some(({ kind }) => kind === "rule");

/** Around a rule, and where a row's lowest and highest dots are labelled, labels need room on the left too. */
function hasLabelsOnBothSides(spec: CategorySpec): boolean {
  const rows = spec.layers.flatMap((layer) =>
    layer.kind === "dots"
      ? layer.points.filter(({ label }) => label !== undefined).map(({ y }) => y)
      : [],
  );
  return hasRule(spec) || new Set(rows).size < rows.length;
}

function axisMarks(spec: CategorySpec, { left, x, rows }: Plot): Mark[] {
  const ticks = thinTicks(spec.x.ticks, x, SIZE);
  const bottom = rows.at(-1)?.bottom ?? AXIS_HEIGHT;
  const isRuled = hasRule(spec);
  const text = { kind: "text", size: SIZE, role: "ink-muted", anchor: "middle" } as const;
  return [
    ...ticks.flatMap(({ value, label }): Mark[] => [
      lineMark(
        { x: x(value), y: AXIS_HEIGHT },
        { x: x(value), y: bottom },
        { role: "hairline", width: 1 },
      ),
      ...(isRuled ? [] : [{ ...text, x: x(value), y: AXIS_HEIGHT - 8, text: label }]),
      { ...text, x: x(value), y: bottom + 17, text: label },
    ]),
    ...(isRuled
      ? []
      : [lineMark({ x: left, y: AXIS_HEIGHT }, { x: left, y: bottom }, { role: "ink", width: 1 })]),
  ];
}

function middleOf({ rows }: Plot, point: ChartPoint): number {
  return rows[Math.round(point.y)]?.middle ?? 0;
}

function barMarks(layer: Extract<Layer, { kind: "bars" }>, plot: Plot): Mark[] {
  return layer.points.map((point) => {
    const { low, high } = point;
    const isFloating = low !== undefined && high !== undefined;
    const [from, to] = isFloating ? [plot.x(low), plot.x(high)] : [plot.left, plot.x(point.x)];
    return {
      kind: "rect",
      x: from,
      y: middleOf(plot, point) - 3,
      width: Math.max(to - from, 0),
      height: 6,
      fill: { role: layer.color, opacity: 0.35 },
    };
  });
}

/** A label stands right of its dot, but left of it where it is the low end of a row's other dots or of a bar. */
function dotLabel(
  point: ChartPoint,
  layer: Extract<Layer, { kind: "dots" }>,
  plot: Plot,
  leftward: boolean,
): Mark[] {
  if (point.label === undefined) return [];
  const end = plot.x((leftward ? point.low : point.high) ?? point.x);
  const x = leftward
    ? Math.min(end, plot.x(point.x) - 5) - 5
    : Math.max(end, plot.x(point.x) + 5) + 5;
  return [
    {
      kind: "text",
      x,
      y: middleOf(plot, point) + 4,
      text: point.label,
      size: SIZE,
      role: layer.color,
      bold: true,
      anchor: leftward ? "end" : "start",
      halo: true,
    },
  ];
}

/** Whether another layer's labelled dot or the rest of a bar lies further right in the same row, and there is room on the left. */
function standsLeft(point: ChartPoint, spec: CategorySpec, plot: Plot): boolean {
  const others = spec.layers.filter((layer) => layer.kind === "dots");
  const further = others.some(({ points }) =>
    points.some((other) => other.y === point.y && other.label !== undefined && other.x > point.x),
  );
  const isBarsLowEnd = spec.layers.some(
    (layer) =>
      layer.kind === "bars" &&
      layer.points.some(({ y, low, high = 0 }) => y === point.y && low === point.x && high > low),
  );
  const room = plot.x(point.x) - plot.labelLeft;
  return (further || isBarsLowEnd) && room > textWidth(point.label ?? "", SIZE) + 14;
}

function dotMarks(layer: Extract<Layer, { kind: "dots" }>, spec: CategorySpec, plot: Plot): Mark[] {
  return layer.points.flatMap((point): Mark[] => {
    const y = middleOf(plot, point);
    const { low, high } = point;
    const interval =
      low === undefined || high === undefined
        ? []
        : [
            lineMark(
              { x: plot.x(low), y },
              { x: plot.x(high), y },
              { role: layer.color, width: 1.25 },
            ),
          ];
    return [
      ...interval,
      { kind: "dot", x: plot.x(point.x), y, radius: 4.5, shape: layer.shape, role: layer.color },
      ...dotLabel(point, layer, plot, standsLeft(point, spec, plot)),
    ];
  });
}

/** A vertical line through all rows; its label stands in the axis' place above them. */
function ruleMarks(rule: Extract<Layer, { kind: "rule" }>, plot: Plot): Mark[] {
  const x = plot.x(rule.value);
  const bottom = plot.rows.at(-1)?.bottom ?? AXIS_HEIGHT;
  const stroke = { role: rule.color, width: 1.25, dashed: rule.dashed };
  const half = textWidth(rule.label, SIZE) / 2;
  return [
    lineMark({ x, y: AXIS_HEIGHT - 4 }, { x, y: bottom }, stroke),
    {
      kind: "text",
      x: Math.max(plot.left + half, Math.min(x, plot.right + LABEL_ROOM - half)),
      y: AXIS_HEIGHT - 8,
      text: rule.label,
      size: SIZE,
      bold: true,
      role: rule.color,
      anchor: "middle",
      halo: true,
    },
  ];
}

function layerMarks(layer: Layer, spec: CategorySpec, plot: Plot): Mark[] {
  if (layer.kind === "bars") return barMarks(layer, plot);
  if (layer.kind === "dots") return dotMarks(layer, spec, plot);
  if (layer.kind === "rule") return layer.axis === "x" ? ruleMarks(layer, plot) : [];
  if (layer.kind !== "line") return [];
  const points = layer.points.map((point) => ({ x: plot.x(point.x), y: middleOf(plot, point) }));
  return [{ kind: "path", points, closed: false, stroke: { role: layer.color, width: 1 } }];
}

/** Axes, labels and contents of a chart with rows; as high as its rows need. */
export function categoryScene(spec: CategorySpec, width: number): Scene {
  const column = labelColumn(spec.y.rows, width);
  const labelLeft = column + 14;
  const left = labelLeft + (hasLabelsOnBothSides(spec) ? LABEL_ROOM - 14 : 0);
  const right = width - LABEL_ROOM;
  const rows = placeRows(spec.y.rows, column);
  const plot: Plot = { left, labelLeft, right, rows, x: linearScale(spec.x.domain, [left, right]) };
  return {
    width,
    height: (rows.at(-1)?.bottom ?? AXIS_HEIGHT) + AXIS_HEIGHT + 4,
    marks: [
      ...axisMarks(spec, plot),
      ...rows.flatMap((row) => rowMarks(row, width)),
      ...spec.layers.flatMap((layer) => layerMarks(layer, spec, plot)),
    ],
  };
}
