import type { ChartSpec } from "./chart-spec.ts";
import type { Theme } from "./palette.ts";

/** A file format that a chart can be saved in. */
export type ChartFileFormat = "svg" | "png" | "csv";

/** Props of `<Chart>` in `chart.tsx`. */
export interface ChartProps {
  readonly spec: ChartSpec;
  /** Colours come from the custom properties of the page; a new theme makes the chart read them again. */
  readonly theme: Theme;
  /** Height of the plot in CSS pixels; default 260. Charts with rows are as high as their rows need. */
  readonly height?: number;
  /** Saves the chart; buttons for SVG, PNG and CSV are shown where given. Wire it to `downloadChart` of src/export. */
  readonly onExport?: (format: ChartFileFormat, spec: ChartSpec) => void;
  /** Quiet version for a result that is out of date. */
  readonly stale?: boolean;
}
