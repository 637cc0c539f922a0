/** A row of `history.csv`: one figure as published at one time. */
export interface Observation {
  /** Id of the series it belongs to. */
  readonly indicator: string;
  readonly year: number;
  /** In `unit`. */
  readonly value: number;
  /** As written, e.g. `% yoy real`; the same in all rows of a series. */
  readonly unit: string;
  /** ISO date, month or year in which the figure became known; a month or a year means its first day. */
  readonly published: string;
  /** Where it stands: an address, or the title of a publication. */
  readonly source: string;
  readonly note?: string;
}

/** A year's value as it was known at some date: its latest vintage by then. */
export type SeriesPoint = Pick<Observation, "year" | "value" | "published" | "source" | "note"> & {
  /** Vintages that it replaced, oldest first. */
  readonly earlier?: readonly Pick<Observation, "value" | "published">[];
};

/** The past of one thing measured yearly; missing years are missing. */
export interface Series {
  readonly unit: string;
  /** By year, ascending. */
  readonly points: readonly SeriesPoint[];
}
