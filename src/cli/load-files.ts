import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readPlan } from "../core/language/read-plan.ts";
import { readScenario } from "../core/language/read-scenario.ts";
import type { Definition } from "../core/model/definition.ts";
import type { Outcome } from "../core/outcome.ts";
import type { Scenario } from "../core/scenario/scenario.ts";
import type { Found } from "./found.ts";
import { knownNames } from "./known-names.ts";
import { findHistory, findPlan, isFile, scenarioFiles, shippedModels } from "./model-files.ts";
import { displayPath, type Places } from "./places.ts";

/** A plan that was read, with the file that it came from (absolute). */
export interface LoadedPlan {
  readonly definition: Definition;
  readonly file: string;
}

/** Read the plan that the user named by path or by name. */
export function loadPlan(plan: string, places: Places): Found<LoadedPlan> {
  const file = findPlan(plan, places);
  if (file === undefined) return notFound("plan", plan, shippedModels(places));
  const table = findHistory(file);
  const history = table === undefined ? undefined : readText(table, places);
  if (history?.ok === false) return history;
  const read = loadFile(file, places, (text, shown) =>
    readPlan(text, shown, { history: history?.value }),
  );
  return read.ok ? { ok: true, value: { definition: read.value, file } } : read;
}

/** Read the scenario that the user named by path or by id. */
export function loadScenario(name: string, plan: LoadedPlan, places: Places): Found<Scenario> {
  const known = scenarioFiles(plan.definition.id, plan.file, places);
  const path = resolve(places.working, name);
  const file = known.find(({ id }) => id === name)?.file ?? (isFile(path) ? path : undefined);
  if (file === undefined) {
    return notFound(
      "scenario",
      name,
      known.map(({ id }) => id),
    );
  }
  return loadFile(file, places, (text, shown) => readScenario(text, shown, plan.definition));
}

/** Read a text file with one of the language's readers. */
export function loadFile<T>(
  file: string,
  places: Places,
  read: (text: string, file: string) => Outcome<T>,
): Found<T> {
  const found = readText(file, places);
  if (!found.ok) return found;
  const outcome = read(found.value.text, found.value.file);
  return outcome.ok ? outcome : { ok: false, problems: outcome.issues };
}

/** A file's text with the name that messages give it. */
export function readText(
  file: string,
  places: Places,
): Found<{ readonly file: string; readonly text: string }> {
  const shown = displayPath(file, places);
  try {
    return { ok: true, value: { file: shown, text: readFileSync(file, "utf8") } };
  } catch (error) {
    return unreadable(shown, String(error));
  }
}

function notFound(what: "plan" | "scenario", name: string, known: readonly string[]): Found<never> {
  const chinese = what === "plan" ? "计划" : "情景";
  const problem = {
    code: `unknown-${what}`,
    message: { zh: `找不到${chinese}“${name}”。`, en: `There is no ${what} "${name}".` },
    remedy: knownNames(name, known),
  };
  return { ok: false, problems: [problem] };
}

function unreadable(shown: string, reason: string): Found<never> {
  const problem = {
    code: "unreadable-file",
    message: { zh: `无法读取 ${shown}：${reason}`, en: `${shown} cannot be read: ${reason}` },
    remedy: { zh: "检查文件及其权限。", en: "Check the file and its permissions." },
  };
  return { ok: false, problems: [problem] };
}
