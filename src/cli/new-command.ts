import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readPlan } from "../core/language/read-plan.ts";
import { readTargetTable, type TargetTable } from "../core/starter/read-target-table.ts";
import { type StarterFile, starterFiles } from "../core/starter/starter-files.ts";
import { TARGET_TEMPLATE } from "../core/starter/target-columns.ts";
import type { Text } from "../core/text.ts";
import type { NewCommand } from "./command.ts";
import type { Found } from "./found.ts";
import { isFile } from "./model-files.ts";
import { displayPath, type Places } from "./places.ts";
import { type ExitCode, reportProblems, say, type Terminal } from "./terminal.ts";

/** Lets spreadsheets see that the template is UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/** Write a starter model from a table of targets, below the working folder; never over a file that is there. */
export function newCommand(command: NewCommand, terminal: Terminal): ExitCode {
  if (command.template) {
    terminal.print(BYTE_ORDER_MARK + TARGET_TEMPLATE);
    return 0;
  }
  const { name, title = name, firstYear, date } = command;
  const table = loadTable(command, terminal.places);
  if (!table.ok) return reportProblems(table.problems, terminal);
  const { targets, ignored } = table.value;
  const files = starterFiles({ id: name, title, date, firstYear, targets });
  requireGoodPlan(files);
  const written = writeFiles(files, terminal.places);
  if (!written.ok) return reportProblems(written.problems, terminal);
  terminal.print(say(conclusion(name, written.value, targets.length, ignored), terminal));
  return 0;
}

function loadTable({ targets, firstYear }: NewCommand, places: Places): Found<TargetTable> {
  const read = (text: string, shown: string): Found<TargetTable> => {
    const outcome = readTargetTable(text, shown, firstYear);
    return outcome.ok ? outcome : { ok: false, problems: outcome.issues };
  };
  if (targets === undefined) return read(TARGET_TEMPLATE, "targets.csv");
  const file = resolve(places.working, targets);
  if (isFile(file)) return read(readFileSync(file, "utf8"), displayPath(file, places));
  const problem = {
    code: "unknown-file",
    message: { zh: `找不到文件“${targets}”。`, en: `There is no file "${targets}".` },
    remedy: {
      zh: "请写目标表（CSV）的路径；样表用 planodds new --template 输出。",
      en: "Give the path of a table of targets (CSV); planodds new --template prints an example.",
    },
  };
  return { ok: false, problems: [problem] };
}

/** What is about to be written can be read: a starter with issues would be a defect of this program. */
function requireGoodPlan(files: readonly StarterFile[]): void {
  const [plan] = files;
  const outcome = readPlan(plan?.text ?? "", plan?.path ?? "");
  if (outcome.ok) return;
  const issues = outcome.issues.map(({ line, message }) => `${line}: ${message.en}`);
  throw new Error(`The starter has issues: ${issues.join("; ")}`);
}

/** Writes all files or none; gives their names. */
function writeFiles(files: readonly StarterFile[], places: Places): Found<readonly string[]> {
  const placed = files.map(({ path, text }) => ({ file: join(places.working, path), text }));
  const there = placed.filter(({ file }) => existsSync(file));
  if (there.length > 0) {
    const problems = there.map(({ file }) => ({
      code: "file-exists",
      message: {
        zh: `${displayPath(file, places)} 已经存在。`,
        en: `${displayPath(file, places)} is there already.`,
      },
      remedy: {
        zh: "不会覆盖已有的文件：请换一个名称，或先移走它。",
        en: "Files are never overwritten: choose another name, or move it away first.",
      },
    }));
    return { ok: false, problems };
  }
  for (const { file, text } of placed) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: "wx" });
  }
  return { ok: true, value: placed.map(({ file }) => displayPath(file, places)) };
}

function conclusion(
  name: string,
  files: readonly string[],
  targets: number,
  ignored: readonly string[],
): Text {
  const list = files.map((file) => `  ${file}\n`).join("");
  const left = ignored.filter((column) => column !== "");
  const leftZh = left.length === 0 ? "" : `没有用到的列：${left.join("、")}\n`;
  const leftEn = left.length === 0 ? "" : `Columns not used: ${left.join(", ")}\n`;
  return {
    zh: `起步模型，${targets} 项目标，假设都是占位：\n${list}${leftZh}下一步：planodds check models/${name}，再打开 plan.yaml 逐个换掉占位。\n`,
    en: `A starter with ${targets} targets, whose assumptions are placeholders:\n${list}${leftEn}Next: planodds check models/${name}, then open plan.yaml and replace the placeholders.\n`,
  };
}
