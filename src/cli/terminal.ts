import type { Issue } from "../core/outcome.ts";
import type { Language, Text } from "../core/text.ts";
import type { Places } from "./places.ts";
import { type Problem, problemLines } from "./problem.ts";

/** What a command may touch of the outside world. */
export interface Terminal {
  readonly language: Language;
  readonly places: Places;
  /** Version of this program. */
  readonly version: string;
  /** Print to standard output. */
  print(text: string): void;
  /** Print to standard error. */
  complain(text: string): void;
}

/** Exit codes: success, a bad file or argument or a check that fails, a defect of the program. */
export type ExitCode = 0 | 1 | 2;

/** Print problems to standard error; gives the exit code that goes with them. */
export function reportProblems(
  problems: readonly (Problem | Issue)[],
  terminal: Terminal,
): ExitCode {
  for (const problem of problems) terminal.complain(problemLines(problem, terminal.language));
  return 2;
}

/** The text in the terminal's language. */
export function say(text: Text, terminal: Terminal): string {
  return text[terminal.language];
}
