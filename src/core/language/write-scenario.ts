import { Document, isMap, isSeq, visit } from "yaml";
import type { Change, Scenario } from "../scenario/scenario.ts";
import type { ChangeEntry } from "./scenario-shape.ts";

/** What the writer has to know of the model: which quantities are parameters; all others are inputs. */
export interface ParameterNames {
  readonly parameters: readonly { readonly id: string }[];
}

type Written = { readonly [Key in keyof ChangeEntry]?: unknown };

const place = (name: string, { parameters }: ParameterNames): Written =>
  parameters.some(({ id }) => id === name) ? { parameter: name } : { input: name };

function entryOf(change: Change, model: ParameterNames): Written {
  switch (change.kind) {
    case "correlation":
      return { correlation: change.between, rank: change.rank };
    case "copula":
      return { student_t: change.df, ...(change.of && { of: change.of }) };
    case "tolerance":
      return { target: change.target, tolerance: change.tolerance };
    case "distribution":
      return { ...place(change.name, model), distribution: change.distributionText };
    case "shift":
      return { ...place(change.name, model), shift: change.by };
    case "scale":
      return { ...place(change.name, model), scale: change.factor };
    case "spread":
      return { ...place(change.name, model), spread: change.factor };
    case "fix":
      return { ...place(change.name, model), fix: change.value };
    default:
      return change satisfies never;
  }
}

/**
 * Writes a scenario as the file that `readScenario` reads, to the last bit of its numbers.
 * @param model the definition that the scenario changes
 */
export function writeScenario(scenario: Scenario, model: ParameterNames): string {
  const { id, model: of, order, title, story, changes } = scenario;
  const document = new Document(
    {
      planodds_scenario: 1,
      id,
      model: of,
      order,
      title,
      story,
      changes: changes.map((change) => ({ ...entryOf(change, model), why: change.why })),
    },
    { version: "1.2", schema: "core", aliasDuplicateObjects: false },
  );
  // Texts in two languages and lists of names stand on one line, as in shipped files.
  visit(document, {
    Collection: (_key, node, path) => {
      const isText = isMap(node) && node.has("zh");
      if (isText || (isSeq(node) && path.length > 3)) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0 });
}
