import type { Issue } from "../core/outcome.ts";
import type { Language, Text } from "../core/text.ts";

/** Something wrong with what the user gave, outside any file. */
export interface Problem {
  /** Stable short name of the kind of mistake, e.g. `unknown-option`. */
  readonly code: string;
  readonly message: Text;
  /** How to mend it. */
  readonly remedy: Text;
}

/** A problem as printed: `where: message (code)` and the remedy on a line of its own. */
export function problemLines(
  problem: Problem | Issue,
  language: Language,
  where = "line" in problem ? `${problem.file}:${problem.line}:${problem.column}` : "planodds",
): string {
  const message = problem.message[language];
  return `${where}: ${message} (${problem.code})\n    ${problem.remedy[language]}\n`;
}
