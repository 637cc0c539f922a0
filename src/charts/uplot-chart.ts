import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { createCanvasPainter } from "./canvas-painter.ts";
import { type NumericSpec, numericMarks, plotMargins } from "./numeric-scene.ts";
import { palette, type Theme } from "./palette.ts";
import { type Readout, readoutOf } from "./readout.ts";
import { rootScale } from "./root-scale.ts";

/** What a view shows. */
export interface UplotChartState {
  readonly spec: NumericSpec;
  readonly theme: Theme;
  /** Height of the plot without its margins, CSS pixels. */
  readonly plotHeight: number;
}

/** A chart on the page: uPlot gives the canvas, scales and the cursor; marks are the same as in files. */
export interface UplotChart {
  update(state: UplotChartState): void;
  destroy(): void;
}

/** Narrower than any screen; keeps a hidden chart from being drawn with no width. */
const MIN_WIDTH = 160;

/**
 * Put a chart into `host` and keep it as wide as that. `onReadout` gets the text under the cursor,
 * or nothing when the cursor leaves. Throws where there is no canvas.
 */
export function createUplotChart(
  host: HTMLElement,
  initial: UplotChartState,
  onReadout: (text: string | undefined) => void,
): UplotChart {
  let state = initial;
  let readout = readoutOf(state.spec);
  const current = () => state;
  const plot = new uPlot(
    options(host, current, (index) => onReadout(readout.texts[index ?? -1])),
    columns(readout),
    host,
  );
  const resize = () => plot.setSize(sizeOf(host, state));
  const observer = new ResizeObserver(resize);
  observer.observe(host);
  return {
    update(next) {
      state = next;
      readout = readoutOf(state.spec);
      plot.batch(() => {
        plot.setData(columns(readout));
        resize();
      });
    },
    destroy() {
      observer.disconnect();
      plot.destroy();
    },
  };
}

const columns = ({ xs, ys }: Readout): uPlot.AlignedData => [[...xs], [...ys]];

/** Width of the host, and the height that leaves the plot its own height whatever labels need. */
function sizeOf(host: HTMLElement, { spec, plotHeight }: UplotChartState) {
  const width = Math.max(host.clientWidth, MIN_WIDTH);
  const scale = rootScale();
  const { top, bottom } = plotMargins(spec, width / scale);
  return { width, height: Math.ceil((top + plotHeight + bottom) * scale) };
}

function options(
  host: HTMLElement,
  current: () => UplotChartState,
  onIndex: (index: number | null | undefined) => void,
): uPlot.Options {
  const margin = (side: "top" | "right" | "bottom" | "left") => (plot: uPlot) => {
    const scale = rootScale();
    return plotMargins(current().spec, plot.width / scale)[side] * scale;
  };
  return {
    ...sizeOf(host, current()),
    padding: [margin("top"), margin("right"), margin("bottom"), margin("left")],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
    scales: {
      x: { time: false, range: () => [...current().spec.x.domain] },
      y: { range: () => [...current().spec.y.domain] },
    },
    series: [{}, { paths: () => null, points: { show: false } }],
    axes: [{ show: false }, { show: false }],
    hooks: {
      draw: [(plot) => drawMarks(plot, current())],
      setCursor: [(plot) => onIndex(plot.cursor.idx)],
    },
  };
}

/** uPlot hands over a canvas in device pixels; marks are in CSS pixels of a page of the usual size. */
function drawMarks(plot: uPlot, { spec, theme }: UplotChartState): void {
  const ratio = uPlot.pxRatio * rootScale();
  const { left, top, width, height } = plot.bbox;
  const box = {
    left: left / ratio,
    right: (left + width) / ratio,
    top: top / ratio,
    bottom: (top + height) / ratio,
  };
  plot.ctx.save();
  plot.ctx.scale(ratio, ratio);
  createCanvasPainter(plot.ctx, palette(theme), ratio).paint(numericMarks(spec, box));
  plot.ctx.restore();
}
