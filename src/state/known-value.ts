/** The part of a year that a figure is about. */
export type YearPart = "year" | "q1" | "h1" | "q3";

/** Quarters that a part has of the year. */
export const QUARTERS: Readonly<Record<YearPart, number>> = { q1: 1, h1: 2, q3: 3, year: 4 };

/** A figure that the user knows of a quantity, the reading of a whole year or of a part of it. */
export interface KnownValue {
  /** Id of an indicator or an input. */
  readonly name: string;
  readonly period: number;
  readonly part: YearPart;
  /** In the unit of the model file. */
  readonly value: number;
  /** Standard deviation of value − true value of the year, > 0, in the same unit. */
  readonly sd: number;
}

/** What stands in an address where nothing is known; a missing part stands for what was kept. */
const NOTHING = "none";

/** Writes values as one part of an address, of characters that need no escapes there. */
export function formatKnownValues(values: readonly KnownValue[]): string {
  if (values.length === 0) return NOTHING;
  return values
    .map(({ name, period, part, value, sd }) => [name, period, part, value, sd].join("~"))
    .join("*");
}

/** Reads what {@link formatKnownValues} wrote; what is malformed is left out. */
export function parseKnownValues(text: string): readonly KnownValue[] {
  return text.split("*").flatMap((entry) => {
    const [name = "", period = "", part = "", value = "", sd = "", ...rest] = entry.split("~");
    const known: KnownValue = {
      name,
      period: number(period),
      part: part as YearPart,
      value: number(value),
      sd: number(sd),
    };
    const isWhole = rest.length === 0 && name !== "" && Object.hasOwn(QUARTERS, part);
    return isWhole && Number.isInteger(known.period) && isUsable(known) ? [known] : [];
  });
}

/** Whether draws can be weighted by a value: it is a number, and its error is greater than 0. */
export function isUsable({ value, sd }: Pick<KnownValue, "value" | "sd">): boolean {
  return Number.isFinite(value) && Number.isFinite(sd) && sd > 0;
}

const number = (text: string): number => (text === "" ? Number.NaN : Number(text));
