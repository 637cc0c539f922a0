import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type PlanOptions, readPlan } from "../../src/core/language/read-plan.ts";
import type { Definition } from "../../src/core/model/definition.ts";

/** Reads a plan file that has no mistakes, with the `history.csv` beside it where there is one. */
export function readPlanFolder(
  plan: string,
  options: Omit<PlanOptions, "history"> = {},
): Definition {
  const file = join(dirname(plan), "history.csv");
  const history = existsSync(file) ? { file, text: readFileSync(file, "utf8") } : undefined;
  const read = readPlan(readFileSync(plan, "utf8"), plan, { ...options, history });
  if (read.ok) return read.value;
  throw new Error(
    read.issues
      .map(({ file: at, line, column, message }) => `${at}:${line}:${column}: ${message.en}`)
      .join("\n"),
  );
}
