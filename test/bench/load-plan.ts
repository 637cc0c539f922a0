import { readFileSync } from "node:fs";
import { readPlan } from "../../src/core/language/read-plan.ts";
import type { Definition } from "../../src/core/model/definition.ts";

/** Read a plan file without mistakes. */
export function loadPlan(file: string): Definition {
  const read = readPlan(readFileSync(file, "utf8"), file);
  if (!read.ok) throw new Error(`${file} has mistakes: planodds check shows them.`);
  return read.value;
}
