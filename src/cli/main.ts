import { backtestCommand } from "./backtest-command.ts";
import { checkCommand } from "./check-command.ts";
import type { Command } from "./command.ts";
import { helpText } from "./help-text.ts";
import { newCommand } from "./new-command.ts";
import { parseCommand } from "./parse-command.ts";
import { runCommand } from "./run-command.ts";
import { sensitivityCommand } from "./sensitivity-command.ts";
import { type ExitCode, reportProblems, say, type Terminal } from "./terminal.ts";

/**
 * Do what the arguments ask; `terminal.language` is used where they do not choose one. Throws only
 * where the program itself is wrong.
 */
export async function main(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = parseCommand(args, terminal.language);
  const spoken = { ...terminal, language: parsed.language };
  return parsed.ok
    ? await execute(parsed.command, spoken)
    : reportProblems(parsed.problems, spoken);
}

async function execute(command: Command, terminal: Terminal): Promise<ExitCode> {
  switch (command.kind) {
    case "run":
      return await runCommand(command, terminal);
    case "sensitivity":
      return await sensitivityCommand(command, terminal);
    case "check":
      return checkCommand(command, terminal);
    case "backtest":
      return await backtestCommand(command, terminal);
    case "new":
      return newCommand(command, terminal);
    case "help":
      terminal.print(say(helpText(command.topic), terminal));
      return 0;
    case "version":
      terminal.print(`planodds ${terminal.version}\n`);
      return 0;
    default:
      return command satisfies never;
  }
}
