import type { Language } from "../core/text.ts";

/** What a mark's colour means; `palette.ts` gives the colour for a theme. */
export type ColorRole =
  | "hit"
  | "miss"
  | "neutral"
  | "ink"
  | "muted"
  | "accent"
  | "scenario-1"
  | "scenario-2"
  | "scenario-3"
  | "scenario-4"
  | "scenario-5"
  | "scenario-6"
  | "scenario-7"
  | "scenario-8";

/** A labelled position on an axis, in data units. */
export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** A continuous axis. */
export interface NumericAxis {
  readonly kind: "numeric";
  /** Quantity and unit in words; empty where the title says it. */
  readonly label: string;
  readonly domain: readonly [number, number];
  readonly ticks: readonly Tick[];
  /** Whether hairlines run through the plot at the ticks. */
  readonly grid: boolean;
  /** Writes a value under the cursor, with its unit; at least as fine as the ticks. */
  readonly format: ValueFormat;
}

/** How to write a value: data rather than a function, so that a specification can be cloned. */
export type ValueFormat =
  /** Fixed decimals and a unit as it stands behind the number, e.g. `%` or `亿元`. */
  | { readonly kind: "number"; readonly decimals: number; readonly unit: string }
  /** A share 0..1, written in percent. */
  | { readonly kind: "probability" };

/** One row of a category axis; `detail` is quiet text behind the label, e.g. the plan's wording. */
export interface CategoryRow {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  /** Heading above this row, where a new group begins. */
  readonly heading?: string;
}

/** Rows from top to bottom; a layer's y is then the index of the row, 0 at the top. */
export interface CategoryAxis {
  readonly kind: "category";
  readonly rows: readonly CategoryRow[];
}

/** One bin of a histogram: `height` over [low, high). */
export interface Bin {
  readonly low: number;
  readonly high: number;
  readonly height: number;
  readonly role: "hit" | "miss" | "neutral";
}

/** A position; with `low` and `high`, an interval along x (category charts) or along y (numeric ones). */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  readonly low?: number;
  readonly high?: number;
  /** Direct label beside the point. */
  readonly label?: string;
  /** Put the label below the point, where a curve passes above it. */
  readonly labelBelow?: boolean;
  /** What stands under the chart while the cursor is near, in place of the bare values. */
  readonly readout?: string;
}

/** Shape of a dot, the second sign beside its colour. */
export type DotShape =
  | "circle"
  | "square"
  | "diamond"
  | "triangle"
  | "triangle-down"
  | "ring"
  | "cross"
  | "plus";

/** Says what one side of a reference line means. */
export interface SideLabel {
  readonly text: string;
  readonly color: ColorRole;
}

/** What is drawn, from back to front. */
export type Layer =
  /** Adjacent bars whose area is a share or whose height is one; `miss` bins are hatched. */
  | { readonly kind: "bins"; readonly name: string; readonly bins: readonly Bin[] }
  /** A band between `low` and `high`, or from y = 0 to y where they are missing. */
  | {
      readonly kind: "area";
      readonly name: string;
      readonly color: ColorRole;
      readonly points: readonly ChartPoint[];
    }
  | {
      readonly kind: "line";
      readonly name: string;
      readonly color: ColorRole;
      readonly points: readonly ChartPoint[];
      readonly dashed?: boolean;
    }
  /** Horizontal bars in the rows of a category axis, from x = 0 or from `low` to `high` where points have them. */
  | {
      readonly kind: "bars";
      readonly name: string;
      readonly color: ColorRole;
      readonly points: readonly ChartPoint[];
    }
  /** Dots with thin intervals where points have them. */
  | {
      readonly kind: "dots";
      readonly name: string;
      readonly color: ColorRole;
      readonly shape: DotShape;
      /** For clouds of many dots; in charts with two numeric axes. */
      readonly isSmall?: boolean;
      readonly points: readonly ChartPoint[];
    }
  /** A straight reference line through the plot at x (vertical) or y (horizontal), labelled directly. */
  | {
      readonly kind: "rule";
      readonly axis: "x" | "y";
      readonly value: number;
      readonly label: string;
      /** What lies below (left of) and above (right of) the line, under its label. */
      readonly sides?: { readonly low?: SideLabel; readonly high?: SideLabel };
      readonly color: ColorRole;
      readonly dashed: boolean;
    }
  /** Text at a position. */
  | {
      readonly kind: "note";
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly color: ColorRole;
      readonly anchor: "start" | "middle" | "end";
      /** Where it may stand instead, on the other side of what it names. */
      readonly otherX?: number;
    };

/** A cell of the table behind a chart; `undefined` is an empty cell. */
export type Cell = string | number | undefined;

/** The numbers behind a chart, for the table under it and for CSV. */
export interface ChartTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A column of the table behind a chart. */
export interface TableColumn {
  readonly label: string;
  /** How the page writes its numbers; files carry them in full. */
  readonly format?: ValueFormat;
}

/** Entry of a legend, only where series cannot be labelled directly. */
export interface LegendEntry {
  readonly name: string;
  readonly color: ColorRole;
  readonly shape: DotShape | "hatched" | "filled";
}

/**
 * A chart as plain data in one language, the same for screen, files and office documents.
 * Built by the pure functions `histogramSpec`, `exceedanceSpec`, `probabilityBarsSpec`,
 * `scenarioDotsSpec`, `hitCountSpec`, `driversSpec`, `driverScatterSpec`, `fanSpec`, `yearlyOddsSpec`, `paceSpec`,
 * `estimateSpec` and `historyDensitySpec`; shown by `<Chart>`, written by `chartSvg`, `chartPng` and `chartCsv`.
 */
export interface ChartSpec {
  /** Stable name within a plan, e.g. `gdp_growth-histogram`. */
  readonly id: string;
  /** What its files are named after: plan, scenario, chart. */
  readonly fileParts: readonly string[];
  readonly language: Language;
  /** The finding, as a sentence. */
  readonly title: string;
  /** What is shown, with its unit. */
  readonly subtitle: string;
  /** Which document the target comes from and what the figures are. */
  readonly source: string;
  /** Plan, scenario, draws, seed and model version: what it takes to draw the figure again. */
  readonly provenance: string;
  readonly footnote?: string;
  /** The chart in words, for readers who do not see it. */
  readonly alt: string;
  readonly x: NumericAxis;
  readonly y: NumericAxis | CategoryAxis;
  readonly layers: readonly Layer[];
  readonly legend: readonly LegendEntry[];
  readonly table: ChartTable;
}
