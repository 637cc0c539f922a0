import type { ChartSpec } from "./chart-spec.ts";
import { formatValue } from "./format-value.ts";

/** What a chart with numeric axes shows under the cursor: positions ascending in x, and a text for each. */
export interface Readout {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly texts: readonly string[];
}

/** The hover texts of a chart: of its bars where it has any, else of its first line. */
export function readoutOf({ layers, x, y }: ChartSpec): Readout {
  const bins = layers.find((layer) => layer.kind === "bins")?.bins;
  if (bins !== undefined) {
    return {
      xs: bins.map(({ low, high }) => (low + high) / 2),
      ys: bins.map(({ height }) => height),
      texts: bins.map(({ low, high, height }) => {
        const share = formatValue(height * (high - low), { kind: "probability" });
        return `${rangeText(low, high, x.format)}: ${share}`;
      }),
    };
  }
  const points = layers.find((layer) => layer.kind === "line")?.points ?? [];
  const format = y.kind === "numeric" ? y.format : ({ kind: "probability" } as const);
  return {
    xs: points.map((point) => point.x),
    ys: points.map((point) => point.y),
    texts: points.map(
      (point) =>
        point.readout ?? `${formatValue(point.x, x.format)}: ${formatValue(point.y, format)}`,
    ),
  };
}

/** Bars of whole numbers reach from half to half; they are named by the numbers they hold. */
function rangeText(low: number, high: number, format: ChartSpec["x"]["format"]): string {
  const whole = format.kind === "number" && format.decimals === 0 && !Number.isInteger(low);
  const [first, last] = whole ? [low + 0.5, high - 0.5] : [low, high];
  if (first === last) return formatValue(first, format);
  const bare = format.kind === "number" ? { ...format, unit: "" } : format;
  return `${formatValue(first, bare)}–${formatValue(last, format)}`;
}
