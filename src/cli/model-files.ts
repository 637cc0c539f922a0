import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Places } from "./places.ts";

/** Names of the folders under `models/` that hold a plan. */
export function shippedModels(places: Places): readonly string[] {
  const models = join(places.project, "models");
  if (!isFolder(models)) return [];
  return readdirSync(models)
    .filter((name) => isFile(join(models, name, "plan.yaml")))
    .sort();
}

/** The plan file that the user means: a path, else a path in the project, else a shipped model's name. */
export function findPlan(plan: string, places: Places): string | undefined {
  const starts = [places.working, places.project, join(places.project, "models")];
  const candidates = starts.map((start) => resolve(start, plan));
  for (const candidate of candidates) {
    if (isFile(candidate)) return candidate;
    if (isFile(join(candidate, "plan.yaml"))) return join(candidate, "plan.yaml");
  }
  return undefined;
}

/** The checks beside a plan file, where there are any. */
export const findChecks = (planFile: string): string | undefined =>
  findBeside(planFile, "checks.yaml");

/** The table of past figures beside a plan file, where there is one. */
export const findHistory = (planFile: string): string | undefined =>
  findBeside(planFile, "history.csv");

/** How to backtest the plan, where the file is beside it. */
export const findBacktest = (planFile: string): string | undefined =>
  findBeside(planFile, "backtest.yaml");

function findBeside(planFile: string, name: string): string | undefined {
  const file = join(dirname(planFile), name);
  return isFile(file) ? file : undefined;
}

/** A scenario's file with the id that its name gives it. */
export interface ScenarioFile {
  readonly id: string;
  readonly file: string;
}

/**
 * The scenarios of a model: `scenarios/<model id>/` beside the `models` folder that the plan file is
 * in, and in the project. Sorted by id.
 */
export function scenarioFiles(
  modelId: string,
  planFile: string,
  places: Places,
): readonly ScenarioFile[] {
  const found = new Map<string, ScenarioFile>();
  for (const start of [dirname(dirname(dirname(planFile))), places.project]) {
    const folder = join(start, "scenarios", modelId);
    if (!isFolder(folder)) continue;
    for (const name of readdirSync(folder).sort()) {
      const id = name.replace(/\.yaml$/, "");
      if (id !== name && !found.has(id)) found.set(id, { id, file: join(folder, name) });
    }
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Whether a path is that of a file. */
export function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
