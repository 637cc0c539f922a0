import type { Definition } from "../model/definition.ts";
import type { Outcome } from "../outcome.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { readShape } from "./read-shape.ts";
import { readChanges } from "./scenario-changes.ts";
import { type ScenarioFile, scenarioShape } from "./scenario-shape.ts";
import type { ShapeSource } from "./shape.ts";

function checkModel(file: ScenarioFile, definition: Definition, source: ShapeSource): void {
  if (file.model === undefined || file.model.value === definition.id) return;
  source.report(
    file.model.at,
    "wrong-model",
    {
      zh: `这个情景属于模型 \`${file.model.value}\`，而这里的模型是 \`${definition.id}\`。`,
      en: `This scenario is for the model \`${file.model.value}\`; the model here is \`${definition.id}\`.`,
    },
    {
      zh: `请改为 \`model: ${definition.id}\`，或打开它所属的模型。`,
      en: `Write \`model: ${definition.id}\`, or open the model it belongs to.`,
    },
  );
}

function build(
  file: ScenarioFile,
  definition: Definition,
  source: ShapeSource,
): Scenario | undefined {
  checkModel(file, definition, source);
  const { id, model, order, title, story } = file;
  const head = { id: id ?? "", model: model?.value ?? "", order: order ?? 0 };
  const texts = { title: title ?? { zh: "", en: "" }, story: story ?? { zh: "", en: "" } };
  const changes = readChanges(file.changes ?? [], definition, source).map(({ change }) => change);
  return { ...head, ...texts, changes };
}

/**
 * Reads a scenario file and checks that the model with its changes is still valid; or every mistake
 * in the file, by line and column. Never throws. `file` is the name that issues carry.
 */
export function readScenario(
  text: string,
  file: string,
  definition: Definition,
): Outcome<Scenario> {
  return readShape(text, file, scenarioShape, (read, source) => build(read, definition, source));
}
