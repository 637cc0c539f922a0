import type { Definition, Input, Parameter } from "../core/model/definition.ts";
import type { Influence } from "../core/results/influence.ts";
import { NO_EDIT, type QuantityEdit, quantityEdit } from "../core/scenario/quantity-edit.ts";
import type { Change } from "../core/scenario/scenario.ts";
import type { Text } from "../core/text.ts";

/** An input or a parameter with what the scenario on screen makes of it. */
export interface Assumption {
  readonly id: string;
  /** As the model has it. */
  readonly own: Input | Parameter;
  readonly edit: QuantityEdit;
  readonly isChanged: boolean;
}

/** What planners can move, what nobody controls, coefficients that are uncertain, and those that are fixed. */
export type AssumptionPart =
  | "levers"
  | "outside"
  | "parameters"
  | "coefficients"
  /** All that move any target, those of greatest influence first. */
  | "ranked";

/** Assumptions under one heading. */
export interface AssumptionGroup {
  readonly part: AssumptionPart;
  /** Unique among the groups. */
  readonly id: string;
  /** The model's group; undefined for parameters. */
  readonly label?: Text;
  readonly items: readonly Assumption[];
}

/** Which assumptions to list, and in which order. */
export interface AssumptionFilter {
  readonly text: string;
  readonly only: "all" | "levers" | "changed";
  /** Influence by name, to rank by; groups in the file's order where there is none. */
  readonly influence?: ReadonlyMap<string, Influence> | undefined;
}

/** The assumptions of a model in groups, those without a match left out. */
export function assumptionGroups(
  model: Definition,
  changes: readonly Change[],
  filter: AssumptionFilter,
): readonly AssumptionGroup[] {
  const items = [...model.inputs, ...model.parameters].map((own) =>
    assumptionOf(own, changes, model),
  );
  const wanted = new Set(items.filter((item) => isWanted(item, model, filter)));
  if (filter.influence !== undefined) return ranked([...wanted], filter.influence);
  const group = (
    part: AssumptionPart,
    belongs: (own: Input | Parameter) => boolean,
    section?: { readonly id: string; readonly label: Text },
  ): AssumptionGroup => ({
    part,
    id: section === undefined ? part : `${part}-${section.id}`,
    ...(section && { label: section.label }),
    items: items.filter((item) => wanted.has(item) && belongs(item.own)),
  });
  const inGroup = (id: string, lever: boolean) => (own: Input | Parameter) =>
    "group" in own && own.group === id && own.lever === lever;
  const isFixed = (own: Input | Parameter): boolean => own.distribution.kind === "constant";
  return [
    ...model.groups.map((section) => group("levers", inGroup(section.id, true), section)),
    ...model.groups.map((section) => group("outside", inGroup(section.id, false), section)),
    group("parameters", (own) => !("group" in own) && !isFixed(own)),
    group("coefficients", (own) => !("group" in own) && isFixed(own)),
  ].filter(({ items }) => items.length > 0);
}

/** Assumptions that no scenario changes are the same objects each time: lists of them are seldom drawn again. */
const unchanged = new WeakMap<Input | Parameter, Assumption>();

function assumptionOf(
  own: Input | Parameter,
  changes: readonly Change[],
  model: Definition,
): Assumption {
  const { id } = own;
  if (changes.some((change) => "name" in change && change.name === id)) {
    return { id, own, edit: quantityEdit(changes, id, model), isChanged: true };
  }
  const known = unchanged.get(own) ?? { id, own, edit: NO_EDIT, isChanged: false };
  unchanged.set(own, known);
  return known;
}

function isWanted(item: Assumption, model: Definition, filter: AssumptionFilter): boolean {
  const { own } = item;
  const sought = plain(filter.text);
  if (filter.only === "changed" && !item.isChanged) return false;
  if (filter.only === "levers" && !("lever" in own && own.lever)) return false;
  if (sought === "") return true;
  const group = "group" in own ? model.groups.find(({ id }) => id === own.group)?.label : undefined;
  const texts = [own.label, group].flatMap((text) =>
    text === undefined ? [] : [text.zh, text.en],
  );
  const haystack = plain([...texts, own.id].join("\n"));
  return sought.split(/\s+/).every((word) => haystack.includes(word));
}

const plain = (text: string): string => text.normalize("NFKC").toLowerCase().trim();

function ranked(
  items: readonly Assumption[],
  influence: ReadonlyMap<string, Influence>,
): readonly AssumptionGroup[] {
  const size = ({ id }: Assumption): number => influence.get(id)?.total ?? 0;
  const movers = items.filter(({ id }) => influence.has(id)).sort((a, b) => size(b) - size(a));
  return movers.length === 0 ? [] : [{ part: "ranked", id: "ranked", items: movers }];
}
