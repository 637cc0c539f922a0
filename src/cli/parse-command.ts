import { parseArgs } from "node:util";
import { BACKENDS } from "../core/kernel/backend.ts";
import { SENSITIVITY_DRAWS } from "../core/results/sensitivity.ts";
import { DEFAULT_METHOD, SAMPLING_METHODS } from "../core/sampling/sampling-method.ts";
import type { Language } from "../core/text.ts";
import { BACKTEST_DRAWS } from "../runner/run-backtest.ts";
import type { PrecisionGoal } from "../runner/run-to-precision.ts";
import * as problems from "./argument-problems.ts";
import type { Command, CommandName, Invocation } from "./command.ts";
import type { Problem } from "./problem.ts";

const COMMANDS: readonly CommandName[] = ["run", "sensitivity", "check", "backtest", "new"];
const MAX_DRAWS = 100_000_000;
/** All inputs and targets are held in memory: about 0.3 GB for the shipped model. */
const MAX_SENSITIVITY_DRAWS = 200_000;
const DEFAULT_MAX_DRAWS = 10_000_000;
const MAX_WORKERS = 64;
/** The limits of `--precision`. */
const FINEST = 0.0001;
const COARSEST = 0.5;

/** Every option with the kind of its value and an example of it. */
const OPTIONS = {
  scenario: { type: "string", example: "baseline" },
  target: { type: "string", example: "gdp_growth" },
  draws: { type: "string", example: "100000" },
  precision: { type: "string", example: "0.005" },
  "max-draws": { type: "string", example: "10000000" },
  seed: { type: "string", example: "1" },
  method: { type: "string", example: "sobol" },
  workers: { type: "string", example: "2" },
  backend: { type: "string", example: "wasm" },
  format: { type: "string", example: "table" },
  targets: { type: "string", example: "targets.csv" },
  title: { type: "string", example: "2021年计划" },
  date: { type: "string", example: "2021-02-26" },
  year: { type: "string", example: "2021" },
  template: { type: "boolean", example: "" },
  language: { type: "string", example: "zh" },
  help: { type: "boolean", short: "h", example: "" },
  version: { type: "boolean", example: "" },
} as const;

type OptionName = keyof typeof OPTIONS;

const OPTIONS_OF: Readonly<Record<CommandName | "none", readonly OptionName[]>> = {
  run: [
    "scenario",
    "draws",
    "precision",
    "max-draws",
    "seed",
    "method",
    "workers",
    "backend",
    "format",
    "language",
    "help",
  ],
  sensitivity: ["scenario", "target", "draws", "seed", "format", "language", "help"],
  check: ["language", "help"],
  backtest: ["draws", "seed", "format", "language", "help"],
  new: ["targets", "title", "date", "year", "template", "language", "help"],
  none: ["language", "help", "version"],
};

/** What the arguments ask for, or every mistake in them. */
export type ParsedCommand =
  | ({ readonly ok: true } & Invocation)
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly language: Language };

/**
 * Read the arguments after the program's name. All mistakes are reported at once, in the language
 * that the arguments ask for, else in `fallbackLanguage`.
 */
export function parseCommand(args: readonly string[], fallbackLanguage: Language): ParsedCommand {
  const { tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const found: Problem[] = [];
  const words = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
  const [commandWord, ...rest] = words;
  const name = COMMANDS.find((known) => known === commandWord);
  const values = readOptions(tokens, name ?? "none", found);
  const language = readChoice("language", values.get("language"), ["zh", "en"], found);
  const command = values.has("help")
    ? help(name)
    : values.has("version")
      ? ({ kind: "version" } as const)
      : readCommand(commandWord, name, rest, values, found);
  if (command === undefined || found.length > 0) {
    return { ok: false, problems: found, language: language ?? fallbackLanguage };
  }
  return { ok: true, command, language: language ?? fallbackLanguage };
}

type Values = ReadonlyMap<string, string>;
type Token = NonNullable<ReturnType<typeof parseArgs>["tokens"]>[number];

function help(topic: CommandName | undefined): Command {
  return topic === undefined ? { kind: "help" } : { kind: "help", topic };
}

function readOptions(
  tokens: readonly Token[],
  command: CommandName | "none",
  found: Problem[],
): Values {
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const name = OPTIONS_OF[command].find((known) => known === token.name);
    const value = token.value;
    if (name === undefined) {
      found.push(problems.unknownOption(token.rawName, OPTIONS_OF[command]));
    } else if (values.has(name)) {
      found.push(problems.repeatedOption(name));
    } else if (OPTIONS[name].type === "boolean") {
      if (value !== undefined) found.push(problems.unexpectedValue(name, value));
      values.set(name, "");
    } else if (value === undefined || value === "" || value.startsWith("--")) {
      found.push(problems.missingValue(name, OPTIONS[name].example));
    } else {
      values.set(name, value);
    }
  }
  return values;
}

function readCommand(
  word: string | undefined,
  name: CommandName | undefined,
  rest: readonly string[],
  values: Values,
  found: Problem[],
): Command | undefined {
  if (name === undefined) {
    found.push(
      word === undefined ? problems.missingCommand() : problems.unknownCommand(word, COMMANDS),
    );
    return undefined;
  }
  const [plan, ...extra] = rest;
  if (name === "new") return readNew(rest, values, found);
  if (plan === undefined) found.push(problems.missingPlan(name));
  for (const word of extra) found.push(problems.extraArgument(word));
  if (name === "check") return { kind: "check", plan: plan ?? "" };
  if (name === "backtest") return readBacktest(plan ?? "", values, found);
  const scenario = values.get("scenario");
  if (name === "sensitivity") return readSensitivity(plan ?? "", values, found);
  const precision = readPrecision(values, found);
  const method = readChoice("method", values.get("method"), SAMPLING_METHODS, found);
  const workers = readWhole("workers", values, 1, MAX_WORKERS, found);
  const backend = readChoice("backend", values.get("backend"), BACKENDS, found);
  return {
    kind: "run",
    plan: plan ?? "",
    draws: readWhole("draws", values, 1, MAX_DRAWS, found) ?? 100_000,
    seed: readWhole("seed", values, 0, Number.MAX_SAFE_INTEGER, found) ?? 1,
    method: method ?? DEFAULT_METHOD,
    format: readChoice("format", values.get("format"), ["json", "table"], found) ?? "json",
    ...(precision === undefined ? {} : { precision }),
    ...(scenario === undefined ? {} : { scenario }),
    ...(workers === undefined ? {} : { workers }),
    ...(backend === undefined ? {} : { backend }),
  };
}

function readNew(words: readonly string[], values: Values, found: Problem[]): Command {
  const [name, ...extra] = words;
  const isTemplate = values.has("template");
  if (name === undefined && !isTemplate) found.push(problems.missingName());
  else if (name !== undefined && !/^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(name)) {
    found.push(problems.badName(name));
  }
  for (const word of extra) found.push(problems.extraArgument(word));
  const date = readDate(values.get("date"), found);
  const year = readWhole("year", values, 1900, 2200, found);
  const today = new Date().toJSON().slice(0, 10);
  const targets = values.get("targets");
  const title = values.get("title");
  return {
    kind: "new",
    name: name ?? "",
    date: date ?? (year === undefined ? today : `${year}-01-01`),
    firstYear: year ?? Number((date ?? today).slice(0, 4)),
    template: isTemplate,
    ...(targets === undefined ? {} : { targets }),
    ...(title === undefined ? {} : { title }),
  };
}

/** A date as plan files take it. */
function readDate(text: string | undefined, found: Problem[]): string | undefined {
  if (text === undefined) return undefined;
  const isDate = /^\d{4}-\d\d-\d\d$/.test(text);
  if (isDate && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text)) return text;
  found.push(problems.badDate("date", text, OPTIONS.date.example));
  return undefined;
}

function readSensitivity(plan: string, values: Values, found: Problem[]): Command {
  const scenario = values.get("scenario");
  const target = values.get("target");
  return {
    kind: "sensitivity",
    plan,
    draws: readWhole("draws", values, 1, MAX_SENSITIVITY_DRAWS, found) ?? SENSITIVITY_DRAWS,
    seed: readWhole("seed", values, 0, Number.MAX_SAFE_INTEGER, found) ?? 1,
    format: readChoice("format", values.get("format"), ["json", "table"], found) ?? "json",
    ...(scenario === undefined ? {} : { scenario }),
    ...(target === undefined ? {} : { target }),
  };
}

function readBacktest(plan: string, values: Values, found: Problem[]): Command {
  return {
    kind: "backtest",
    plan,
    draws: readWhole("draws", values, 1, MAX_DRAWS, found) ?? BACKTEST_DRAWS,
    seed: readWhole("seed", values, 0, Number.MAX_SAFE_INTEGER, found) ?? 1,
    format: readChoice("format", values.get("format"), ["json", "table"], found) ?? "json",
  };
}

/** `--precision` with `--max-draws`; neither goes with the other's opposite. */
function readPrecision(values: Values, found: Problem[]): PrecisionGoal | undefined {
  const maxDraws = readWhole("max-draws", values, 1, MAX_DRAWS, found);
  const text = values.get("precision");
  if (text === undefined) {
    if (values.has("max-draws"))
      found.push(problems.needsOption("max-draws", "precision", "0.005"));
    return undefined;
  }
  if (values.has("draws")) found.push(problems.conflictingOptions("precision", "draws"));
  const halfWidth = /^0?\.\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(halfWidth >= FINEST && halfWidth <= COARSEST)) {
    found.push(problems.badFraction("precision", text, [FINEST, COARSEST], "0.005"));
    return undefined;
  }
  return { halfWidth, maxDraws: maxDraws ?? DEFAULT_MAX_DRAWS };
}

function readWhole(
  option: OptionName,
  values: Values,
  low: number,
  high: number,
  found: Problem[],
): number | undefined {
  const text = values.get(option);
  if (text === undefined) return undefined;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= low && value <= high) return value;
  found.push(problems.badNumber(option, text, [low, high], OPTIONS[option].example));
  return undefined;
}

function readChoice<Choice extends string>(
  option: OptionName,
  text: string | undefined,
  choices: readonly Choice[],
  found: Problem[],
): Choice | undefined {
  if (text === undefined) return undefined;
  const choice = choices.find((known) => known === text);
  if (choice === undefined) found.push(problems.badChoice(option, text, choices));
  return choice;
}
