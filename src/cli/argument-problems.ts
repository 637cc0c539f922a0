import type { CommandName } from "./command.ts";
import { knownNames } from "./known-names.ts";
import type { Problem } from "./problem.ts";

/** The first argument is no command; the nearest ones are suggested. */
export function unknownCommand(name: string, known: readonly CommandName[]): Problem {
  return {
    code: "unknown-command",
    message: { zh: `没有命令“${name}”。`, en: `There is no command "${name}".` },
    remedy: knownNames(name, known),
  };
}

/** There is no command. */
export function missingCommand(): Problem {
  return {
    code: "missing-command",
    message: { zh: "没有写命令。", en: "No command was given." },
    remedy: {
      zh: "例如：planodds run jiaxing-2021；全部用法见 planodds --help。",
      en: "For example: planodds run jiaxing-2021; see planodds --help for everything.",
    },
  };
}

/** The command has no such option; the nearest ones are suggested. */
export function unknownOption(written: string, known: readonly string[]): Problem {
  return {
    code: "unknown-option",
    message: { zh: `没有选项 ${written}。`, en: `There is no option ${written} here.` },
    remedy: knownNames(written.replace(/^-+/, ""), known, "--"),
  };
}

/** An option that takes a value has none. */
export function missingValue(option: string, example: string): Problem {
  return {
    code: "missing-value",
    message: { zh: `选项 --${option} 缺少取值。`, en: `The option --${option} needs a value.` },
    remedy: {
      zh: `例如：--${option} ${example}。`,
      en: `For example: --${option} ${example}.`,
    },
  };
}

/** An option that takes no value has one. */
export function unexpectedValue(option: string, value: string): Problem {
  return {
    code: "unexpected-value",
    message: {
      zh: `选项 --${option} 不带取值，却写了“${value}”。`,
      en: `The option --${option} takes no value, but "${value}" was given.`,
    },
    remedy: { zh: `只写 --${option}。`, en: `Write --${option} alone.` },
  };
}

/** An option is given twice. */
export function repeatedOption(option: string): Problem {
  return {
    code: "repeated-option",
    message: {
      zh: `选项 --${option} 写了不止一次。`,
      en: `The option --${option} was given more than once.`,
    },
    remedy: { zh: "只保留一个。", en: "Keep one of them." },
  };
}

/** A value is not a whole number from low to high. */
export function badNumber(
  option: string,
  value: string,
  [low, high]: readonly [number, number],
  example: string,
): Problem {
  const range = `${low} – ${high}`;
  return {
    code: "bad-number",
    message: {
      zh: `--${option} 的取值“${value}”不是 ${range} 的整数。`,
      en: `The value "${value}" of --${option} is not a whole number in ${range}.`,
    },
    remedy: {
      zh: `只用数字书写，例如 --${option} ${example}。`,
      en: `Write it in digits alone, for example --${option} ${example}.`,
    },
  };
}

/** A value is not a number from low to high. */
export function badFraction(
  option: string,
  value: string,
  [low, high]: readonly [number, number],
  example: string,
): Problem {
  const range = `${low} – ${high}`;
  return {
    code: "bad-number",
    message: {
      zh: `--${option} 的取值“${value}”不是 ${range} 的小数。`,
      en: `The value "${value}" of --${option} is not a decimal fraction in ${range}.`,
    },
    remedy: {
      zh: `写成小数，例如 --${option} ${example}。`,
      en: `Write it as a decimal fraction, for example --${option} ${example}.`,
    },
  };
}

/** An option means nothing without another. */
export function needsOption(option: string, needed: string, example: string): Problem {
  return {
    code: "needs-option",
    message: {
      zh: `--${option} 要和 --${needed} 一起用。`,
      en: `The option --${option} goes with --${needed} only.`,
    },
    remedy: {
      zh: `加上 --${needed}，例如 --${needed} ${example}；或去掉 --${option}。`,
      en: `Add --${needed}, for example --${needed} ${example}, or leave --${option} out.`,
    },
  };
}

/** Two options cannot both hold. */
export function conflictingOptions(one: string, other: string): Problem {
  return {
    code: "conflicting-options",
    message: {
      zh: `--${one} 和 --${other} 不能同时使用。`,
      en: `The options --${one} and --${other} exclude each other.`,
    },
    remedy: { zh: "只保留一个。", en: "Keep one of them." },
  };
}

/** A value is none of those that an option may have. */
export function badChoice(option: string, value: string, choices: readonly string[]): Problem {
  return {
    code: "bad-choice",
    message: {
      zh: `--${option} 不能取“${value}”。`,
      en: `The option --${option} cannot be "${value}".`,
    },
    remedy: knownNames(value, choices),
  };
}

/** The plan has no such target; the nearest ones are suggested. */
export function unknownTarget(id: string, known: readonly string[]): Problem {
  return {
    code: "unknown-target",
    message: { zh: `计划没有目标“${id}”。`, en: `The plan has no target "${id}".` },
    remedy: knownNames(id, known),
  };
}

/** A command that needs a plan has none. */
export function missingPlan(command: CommandName): Problem {
  return {
    code: "missing-plan",
    message: { zh: "没有写计划。", en: "No plan was given." },
    remedy: {
      zh: `写模型文件夹、计划文件或模型名称，例如：planodds ${command} jiaxing-2021。`,
      en: `Give a model folder, a plan file or a model's name, for example: planodds ${command} jiaxing-2021.`,
    },
  };
}

/** There is one argument too many. */
export function extraArgument(value: string): Problem {
  return {
    code: "extra-argument",
    message: { zh: `多余的参数“${value}”。`, en: `The argument "${value}" is one too many.` },
    remedy: {
      zh: "一次只能给一个计划；名称含空格时加引号。",
      en: "One plan is taken at a time; put quotes around a name with spaces.",
    },
  };
}

/** A new model needs a name. */
export function missingName(): Problem {
  return {
    code: "missing-name",
    message: { zh: "没有写新模型的名称。", en: "The new model has no name." },
    remedy: {
      zh: "例如：planodds new riverside-2021 --targets targets.csv。",
      en: "For example: planodds new riverside-2021 --targets targets.csv.",
    },
  };
}

/** The name of a new model is no identifier. */
export function badName(name: string): Problem {
  return {
    code: "bad-name",
    message: {
      zh: `“${name}”不能作模型的名称。`,
      en: `"${name}" cannot be the name of a model.`,
    },
    remedy: {
      zh: "只用英文字母、数字、下划线和连字符，例如 riverside-2021。",
      en: "Use letters, digits, underscores and hyphens, as in riverside-2021.",
    },
  };
}

/** A value is not an ISO date. */
export function badDate(option: string, value: string, example: string): Problem {
  return {
    code: "bad-date",
    message: {
      zh: `--${option} 的取值“${value}”不是日期。`,
      en: `The value "${value}" of --${option} is not a date.`,
    },
    remedy: {
      zh: `写成 年-月-日，例如 --${option} ${example}。`,
      en: `Write year, month and day, for example --${option} ${example}.`,
    },
  };
}
