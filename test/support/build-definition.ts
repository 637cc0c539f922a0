import type {
  Block,
  Definition,
  History,
  Indicator,
  JointGroup,
  Relation,
  Source,
  Target,
  Threshold,
} from "../../src/core/model/definition.ts";
import type { Distribution } from "../../src/core/model/distribution.ts";
import type { BinaryOperator, Expression, FunctionName } from "../../src/core/model/expression.ts";
import type { Text } from "../../src/core/text.ts";

const text = (en: string): Text => ({ zh: en, en });
const source: Source = { cites: [], judgement: text("made up for a test") };
const history = (values: Readonly<Record<number, number>> | undefined) =>
  values === undefined ? {} : { history: { values, source } satisfies History };

export const number = (value: number): Expression => ({ kind: "number", value });
export const dated = (id: string, year: number): Expression => ({ kind: "dated", name: id, year });
export const name = (id: string, lag = 0): Expression => ({ kind: "name", name: id, lag });
export const binary = (
  left: Expression,
  operator: BinaryOperator,
  right: Expression,
): Expression => ({ kind: "binary", operator, left, right });
export const unary = (operator: "-" | "not", operand: Expression): Expression => ({
  kind: "unary",
  operator,
  operand,
});
export const call = (fn: FunctionName, ...args: readonly Expression[]): Expression => ({
  kind: "call",
  fn,
  args,
});
export const conditional = (
  test: Expression,
  then: Expression,
  otherwise: Expression,
): Expression => ({ kind: "conditional", test, then, otherwise });

export const normal = (mean: number, sd: number): Distribution => ({ kind: "normal", mean, sd });
export const constant = (value: number): Distribution => ({ kind: "constant", value });

export const threshold = (value: number | Expression): Threshold => ({
  expression: typeof value === "number" ? number(value) : value,
  text: "as built",
});

type HistoryValues = { readonly history?: Readonly<Record<number, number>> };

/** What a test says of a model; everything else is filled in. */
export interface Sketch {
  readonly periods?: readonly number[];
  readonly inputs?: Readonly<Record<string, Distribution>>;
  readonly inputHistory?: Readonly<Record<string, Readonly<Record<number, number>>>>;
  readonly parameters?: Readonly<Record<string, Distribution>>;
  readonly indicators?: Readonly<
    Record<
      string,
      { readonly equation: Expression; readonly better?: Indicator["better"] } & HistoryValues
    >
  >;
  readonly blocks?: readonly (Pick<Block, "members"> & Partial<Block>)[];
  readonly correlations?: readonly (readonly [string, string, number])[];
  /** Degrees of freedom with the quantities of the groups that they are for. */
  readonly copulas?: readonly (readonly [number, ...string[]])[];
  readonly correlationRepair?: Definition["correlationRepair"];
  readonly jointGroups?: readonly JointGroup[];
  readonly targets?: readonly (Pick<Target, "indicator"> & {
    readonly id?: string;
    readonly relation: Relation;
    readonly period?: number;
    readonly cumulative?: readonly [number, number];
    readonly compounded?: readonly [number, number];
    readonly stretch?: Threshold;
    readonly commitment?: Target["commitment"];
  })[];
}

/** A definition with the quantities, equations and targets of a sketch; by default of the one period 2021. */
export function buildDefinition(sketch: Sketch): Definition {
  const periods = sketch.periods ?? [2021];
  const quantity = (id: string) => ({ id, label: text(id), unit: "1", source });
  return {
    id: "test",
    title: text("Test"),
    summary: text("Test"),
    plan: { place: text("Here"), issuer: text("Us"), document: "1", date: "2021-01-01" },
    asOf: "2021-01-01",
    series: {},
    estimates: [],
    periods,
    sections: [{ id: "all", label: text("All") }],
    groups: [{ id: "all", label: text("All") }],
    references: {},
    inputs: Object.entries(sketch.inputs ?? {}).map(([id, distribution]) => ({
      ...quantity(id),
      group: "all",
      lever: false,
      distribution,
      distributionText: "as built",
      ...history(sketch.inputHistory?.[id]),
    })),
    parameters: Object.entries(sketch.parameters ?? {}).map(([id, distribution]) => ({
      ...quantity(id),
      distribution,
      distributionText: "as built",
    })),
    indicators: Object.entries(sketch.indicators ?? {}).map(([id, indicator]) => ({
      ...quantity(id),
      better: indicator.better ?? "higher",
      equation: indicator.equation,
      equationText: "as built",
      ...history(indicator.history),
    })),
    blocks: (sketch.blocks ?? []).map((block, index) => ({
      id: `block${index + 1}`,
      label: text("Block"),
      start: {},
      tolerance: 1e-9,
      iterations: 16,
      source,
      ...block,
    })),
    correlations: (sketch.correlations ?? []).map(([one, other, rank]) => ({
      between: [one, other],
      rank,
      source,
    })),
    ...(sketch.copulas && {
      copulas: sketch.copulas.map(([df, ...of]) => ({ df, source, ...(of.length > 0 && { of }) })),
    }),
    ...(sketch.correlationRepair && { correlationRepair: sketch.correlationRepair }),
    ...(sketch.jointGroups && { jointGroups: sketch.jointGroups }),
    targets: (sketch.targets ?? []).map((target) => ({
      id: target.id ?? target.indicator,
      label: text(target.indicator),
      indicator: target.indicator,
      period: target.period ?? periods.at(-1) ?? 0,
      section: "all",
      wording: text("as built"),
      relation: target.relation,
      commitment: target.commitment ?? "expected",
      source,
      ...(target.cumulative && { cumulative: target.cumulative }),
      ...(target.compounded && { compounded: target.compounded }),
      ...(target.stretch && { stretch: target.stretch }),
    })),
  };
}
