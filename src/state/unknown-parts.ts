import { targetNode } from "./model-graph.ts";
import type { Plan } from "./plan.ts";
import { movable } from "./seek-choice.ts";
import type { View } from "./view.ts";

/**
 * What an address names and the plan does not have: ids of scenarios, targets and quantities, each once. They are
 * left out. A target that is all that is asked for has a page of its own to say so.
 */
export function unknownParts(view: View, { definition, scenarios }: Plan): readonly string[] {
  const targets = idsOf(definition.targets);
  const indicators = idsOf(definition.indicators);
  const assumptions = idsOf([...definition.inputs, ...definition.parameters]);
  const quantities = new Set([...indicators, ...assumptions]);
  const told = ((): readonly (readonly string[])[] => {
    switch (view.kind) {
      case "target":
        return [strange(view.path, quantities)];
      case "assumptions":
        return [strange([view.name], assumptions)];
      case "model":
        return [strange([view.name], quantities)];
      case "compare": {
        const { only, pick, from, to, share, target, indicator } = view;
        return [
          strange([...(only ?? []), from, to], idsOf(scenarios)),
          strange([...(pick ?? []), target], targets),
          strange([share], new Set([...targets, "*"])),
          strange([indicator], indicators),
        ];
      }
      case "seek":
        return [
          strange(view.targets, targets),
          strange(
            view.levers?.map(({ name }) => name),
            idsOf(movable(definition)),
          ),
        ];
      case "together":
        return [
          strange([...view.must, view.given], targets),
          strange([view.graph], new Set([...targets, "*"])),
          strange([view.node], new Set([...quantities, ...[...targets].map(targetNode)])),
        ];
      default:
        return [];
    }
  })();
  return [...new Set(told.flat())];
}

const idsOf = (items: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(items.map(({ id }) => id));

const strange = (
  named: readonly (string | undefined)[] | undefined,
  known: ReadonlySet<string>,
): readonly string[] =>
  (named ?? []).filter((id): id is string => id !== undefined && !known.has(id));
