import type { ChartSpec, NumericAxis, Tick } from "./chart-spec.ts";
import { type Frame, linearScale, type PlotBox, thinTicks } from "./frame.ts";
import { layerMarks, verticalRules } from "./layer-marks.ts";
import { placeRuleLabels, ruleHeadroom } from "./rule-labels.ts";
import { lineMark, type Mark, type Scene } from "./scene.ts";
import { textWidth } from "./text-width.ts";

/** Font size of axis labels, pixels. */
const AXIS_SIZE = 12;
const TICK_LENGTH = 4;
const RIGHT_MARGIN = 10;

/** A chart whose two axes are numeric. */
export type NumericSpec = ChartSpec & { readonly y: NumericAxis };

/** Space left of the plot for an upright axis. */
function leftMargin(axis: NumericAxis): number {
  if (axis.ticks.length === 0) return 2;
  return Math.ceil(Math.max(...axis.ticks.map(({ label }) => textWidth(label, AXIS_SIZE)))) + 10;
}

/** Space above the plot for the upper half of a tick's label and the labels of vertical rules, given the plot's horizontal extent. */
function headroom(spec: NumericSpec, left: number, right: number): number {
  const rules = verticalRules(spec);
  const x = linearScale(spec.x.domain, [left, right]);
  const ruled = ruleHeadroom(placeRuleLabels(rules, x, [left, right]), rules);
  return Math.max(ruled, spec.y.ticks.length === 0 ? 0 : AXIS_SIZE / 2) + 4;
}

/** Space below the plot for ticks and the axis' name. */
function bottomMargin(axis: NumericAxis): number {
  return 24 + (axis.label === "" ? 0 : 18);
}

function gridMarks(spec: NumericSpec, frame: Frame, xTicks: readonly Tick[]): Mark[] {
  const stroke = { role: "hairline", width: 1 } as const;
  const upright = spec.x.grid ? xTicks : [];
  const level = spec.y.grid ? spec.y.ticks : [];
  return [
    ...upright.map(({ value }) =>
      lineMark({ x: frame.x(value), y: frame.top }, { x: frame.x(value), y: frame.bottom }, stroke),
    ),
    ...level.map(({ value }) =>
      lineMark({ x: frame.left, y: frame.y(value) }, { x: frame.right, y: frame.y(value) }, stroke),
    ),
  ];
}

/** Move the middle of a tick's label so that the label stays within the chart. */
function inside(x: number, label: string, right: number): number {
  const half = textWidth(label, AXIS_SIZE) / 2;
  return Math.max(half, Math.min(x, right + RIGHT_MARGIN - half));
}

function xAxisMarks(axis: NumericAxis, frame: Frame, ticks: readonly Tick[]): Mark[] {
  const { bottom, left, right } = frame;
  const text = { kind: "text", size: AXIS_SIZE, role: "ink-muted" } as const;
  return [
    lineMark({ x: left, y: bottom }, { x: right, y: bottom }, { role: "ink", width: 1 }),
    ...ticks.flatMap(({ value, label }): Mark[] => {
      const x = frame.x(value);
      return [
        lineMark({ x, y: bottom }, { x, y: bottom + TICK_LENGTH }, { role: "ink", width: 1 }),
        { ...text, x: inside(x, label, right), y: bottom + 18, text: label, anchor: "middle" },
      ];
    }),
    ...(axis.label === ""
      ? []
      : [{ ...text, x: right, y: bottom + 36, text: axis.label, anchor: "end" } as const]),
  ];
}

function yAxisMarks(axis: NumericAxis, frame: Frame): Mark[] {
  return axis.ticks.map(({ value, label }) => ({
    kind: "text",
    x: frame.left - 8,
    y: frame.y(value) + 4,
    text: label,
    size: AXIS_SIZE,
    role: "ink-muted",
    anchor: "end",
  }));
}

/** Space around a plot for axes and labels, when the whole chart is `width` pixels wide. */
export function plotMargins(spec: NumericSpec, width: number) {
  const left = leftMargin(spec.y);
  const top = headroom(spec, left, width - RIGHT_MARGIN);
  return { top, right: RIGHT_MARGIN, bottom: bottomMargin(spec.x), left };
}

/** Grid, axes, layers and labels of a chart whose plot is a box in pixels. */
export function numericMarks(spec: NumericSpec, box: PlotBox): Mark[] {
  const { left, right, top, bottom } = box;
  const frame: Frame = {
    ...box,
    x: linearScale(spec.x.domain, [left, right]),
    y: linearScale(spec.y.domain, [bottom, top]),
  };
  const ticks = thinTicks(spec.x.ticks, frame.x, AXIS_SIZE);
  return [
    ...gridMarks(spec, frame, ticks),
    ...layerMarks(spec, frame, [left, right]),
    ...xAxisMarks(spec.x, frame, ticks),
    ...yAxisMarks(spec.y, frame),
  ];
}

/** A chart with two numeric axes; `plotHeight` is that of the plot alone. */
export function numericScene(spec: NumericSpec, width: number, plotHeight: number): Scene {
  const margins = plotMargins(spec, width);
  const bottom = margins.top + plotHeight;
  const box = { left: margins.left, right: width - margins.right, top: margins.top, bottom };
  return { width, height: bottom + margins.bottom, marks: numericMarks(spec, box) };
}
