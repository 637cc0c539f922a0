import type { Definition } from "../model/definition.ts";
import { parseUnit, type Unit } from "../model/unit.ts";

/** What equations may know of a quantity. */
export interface QuantityFacts {
  readonly kind: "input" | "parameter" | "indicator";
  /** Undefined where the file has a wrong unit. */
  readonly unit: Unit | undefined;
  /** Years before the first period that have a value. */
  readonly historyYears: ReadonlySet<number>;
  /** Whether it is drawn; undefined where its distribution could not be read. */
  readonly uncertain: boolean | undefined;
  /** Whether an estimate or the past year drawn decides what it goes with, so that no correlation may. */
  readonly joined?: boolean;
}

/** The names that expressions may use, and the periods that they are evaluated in. */
export interface NameTable {
  readonly quantities: ReadonlyMap<string, QuantityFacts>;
  readonly periods: readonly number[];
  /** Whether values that are not known are undefined in the draws rather than mistakes, as in a rewound plan. */
  readonly allowsGaps?: boolean;
}

/**
 * Whether a quantity has a value in a year, or may go without. Unknown names have one, since they are reported
 * elsewhere.
 */
export function hasValueIn(table: NameTable, name: string, year: number): boolean {
  if (table.allowsGaps) return true;
  const facts = table.quantities.get(name);
  if (facts === undefined || facts.kind === "parameter" || table.periods.length === 0) return true;
  return table.periods.includes(year) || facts.historyYears.has(year);
}

/** The names of a definition that is already there. */
export function nameTableOf(definition: Definition): NameTable {
  const years = (values: Readonly<Record<number, number>> | undefined): ReadonlySet<number> =>
    new Set(Object.keys(values ?? {}).map(Number));
  const joined = new Set(definition.jointGroups?.flatMap(({ members }) => members));
  const facts = (
    kind: QuantityFacts["kind"],
    quantity:
      | Definition["inputs"][number]
      | Definition["parameters"][number]
      | Definition["indicators"][number],
  ): [string, QuantityFacts] => [
    quantity.id,
    {
      kind,
      unit: parseUnit(quantity.unit),
      historyYears: years("history" in quantity ? quantity.history?.values : undefined),
      uncertain: "distribution" in quantity && quantity.distribution.kind !== "constant",
      joined: joined.has(quantity.id) || "bootstrap" in quantity,
    },
  ];
  return {
    quantities: new Map([
      ...definition.inputs.map((input) => facts("input", input)),
      ...definition.parameters.map((parameter) => facts("parameter", parameter)),
      ...definition.indicators.map((indicator) => facts("indicator", indicator)),
    ]),
    periods: definition.periods,
  };
}
