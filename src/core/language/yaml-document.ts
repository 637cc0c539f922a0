import {
  isAlias,
  isNode,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import type { Issue } from "../outcome.ts";
import type { Text } from "../text.ts";
import { createIssueSink, type IssueSink } from "./issue-sink.ts";

/** A YAML file, parsed, with the sink for its issues. */
export interface YamlFile extends IssueSink {
  readonly source: string;
  readonly root: Node | null;
  /** The text is not YAML from this offset on; what is read behind it means nothing. */
  readonly brokenAt: number | undefined;
  issues(): readonly Issue[];
}

/** Mistakes behind which the rest of the file still means what it says. */
const HARMLESS: readonly string[] = [
  "DUPLICATE_KEY",
  "BAD_SCALAR_START",
  "BAD_DQ_ESCAPE",
  "TAB_AS_INDENT",
];

/** A colon inside a text without quotes, which YAML takes for a key. */
const COLON_IN_TEXT: readonly string[] = ["BLOCK_AS_IMPLICIT_KEY", "BLOCK_IN_FLOW"];

const MOST_COLONS = 30;

const COMPLAINTS: ReadonlyMap<string, readonly [Text, Text]> = new Map([
  [
    "DUPLICATE_KEY",
    [
      { zh: "这个键在同一处出现了两次。", en: "This key stands here twice." },
      { zh: "请删去一个或改名。", en: "Remove or rename one of them." },
    ],
  ],
  [
    "BAD_SCALAR_START",
    [
      {
        zh: "不加引号的文字不能以此符号开头。",
        en: "A text without quotes cannot start with this sign.",
      },
      { zh: '请给整段文字加上引号，如 "% yoy"。', en: 'Put the text in quotes, as in "% yoy".' },
    ],
  ],
  [
    "BLOCK_AS_IMPLICIT_KEY",
    [
      {
        zh: "同一行里出现了第二个“键: 值”。",
        en: "A second `key: value` stands on the same line.",
      },
      {
        zh: "文字里含有冒号加空格时，请给整段文字加引号。",
        en: "Put a text that holds a colon and a space in quotes.",
      },
    ],
  ],
  [
    "BLOCK_IN_FLOW",
    [
      {
        zh: "同一行里出现了第二个“键: 值”。",
        en: "A second `key: value` stands on the same line.",
      },
      {
        zh: "文字里含有冒号加空格时，请给整段文字加引号。",
        en: "Put a text that holds a colon and a space in quotes.",
      },
    ],
  ],
  [
    "TAB_AS_INDENT",
    [
      { zh: "缩进用了制表符。", en: "A tab is used to indent." },
      { zh: "请改用空格。", en: "Use spaces instead." },
    ],
  ],
  [
    "MULTIPLE_DOCS",
    [
      { zh: "一个文件里只能有一份 YAML 文档。", en: "A file holds one YAML document only." },
      {
        zh: "请删去 `---` 之后的内容，或另存为文件。",
        en: "Remove what follows `---`, or move it to another file.",
      },
    ],
  ],
]);

const GENERAL_REMEDY: Text = {
  zh: "请检查此处的缩进、引号、括号和冒号；键与值之间是冒号加空格。",
  en: "Check indentation, quotes, brackets and colons here; a colon and a space part key and value.",
};

function complaint(code: string, message: string): readonly [Text, Text] {
  const english = message.split("\n")[0] ?? message;
  return (
    COMPLAINTS.get(code) ?? [
      { zh: `YAML 语法有误（${english}）。`, en: `This is not valid YAML (${english}).` },
      GENERAL_REMEDY,
    ]
  );
}

function refuseAliases(root: Node | null, sink: IssueSink): void {
  visit(root, (_key, node) => {
    if (!isNode(node)) return;
    if (!isAlias(node) && !("anchor" in node && node.anchor !== undefined)) return;
    sink.report(
      node.range?.[0] ?? 0,
      "yaml-alias",
      {
        zh: "不能使用 YAML 的锚点（&）和别名（*）。",
        en: "YAML anchors (&) and aliases (*) are not used here.",
      },
      { zh: "请把内容在每处写全。", en: "Write the content out in each place." },
    );
  });
}

/** Far more than any model needs, and far less than makes a parser run out of stack. */
const MOST_LEVELS = 100;

/** Levels that a line opens by indentation, by indicators at its start and by keys; or more. */
function levelsOf(line: string): number {
  const start = /^[ \t]*(?:[-?][ \t]+)*/.exec(line)?.[0] ?? "";
  const keys = line.match(/:[ \t]/g)?.length ?? 0;
  return start.length / 2 + keys;
}

/** The offset where brackets, lines or indentation nest too deeply: the parser must not see that. */
function tooDeepAt(source: string): number | undefined {
  let level = 0;
  for (const { 0: bracket, index } of source.matchAll(/[[\]{}]/g)) {
    level = bracket === "[" || bracket === "{" ? level + 1 : Math.max(0, level - 1);
    if (level > MOST_LEVELS) return index;
  }
  let offset = 0;
  for (const line of source.split("\n")) {
    if (levelsOf(line) > MOST_LEVELS) return offset;
    offset += line.length + 1;
  }
  return undefined;
}

function parse(source: string) {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { lineCounter, version: "1.2", schema: "core" });
  return { document, lineCounter, errors: [...document.errors, ...document.warnings] };
}

/**
 * Parses as if colons inside texts were quoted, so that the rest of the file can be read; gives
 * those mistakes apart. Offsets stay as they are.
 */
function parseLeniently(source: string) {
  const colons: YAMLError[] = [];
  let text = source;
  let parsed = parse(text);
  while (colons.length < MOST_COLONS) {
    const error = parsed.errors.find(({ code }) => COLON_IN_TEXT.includes(code));
    const colon = error === undefined ? -1 : text.slice(error.pos[0]).search(/:(?=\s)/);
    const lineEnd = error === undefined ? -1 : text.slice(error.pos[0]).search(/\n|$/);
    if (error === undefined || colon < 0 || colon > lineEnd) break;
    colons.push(error);
    const at = error.pos[0] + colon;
    text = `${text.slice(0, at)}：${text.slice(at + 1)}`;
    parsed = parse(text);
  }
  return { ...parsed, colons };
}

function refuseDepth(source: string, file: string, at: number): YamlFile {
  const before = source.slice(0, at).split("\n");
  const place = { line: before.length, col: (before.at(-1)?.length ?? 0) + 1 };
  const sink = createIssueSink(file, () => place);
  sink.reportSyntax(
    at,
    { zh: "文件在这里嵌套太深。", en: "The file is nested too deeply here." },
    GENERAL_REMEDY,
  );
  return { ...sink, source, root: null, brokenAt: 0 };
}

/** Refuses all that YAML itself refuses, and anchors and aliases. Never throws. */
export function openYaml(source: string, file: string): YamlFile {
  const deep = tooDeepAt(source);
  if (deep !== undefined) return refuseDepth(source, file, deep);
  const { document, lineCounter, errors, colons } = parseLeniently(source);
  const sink = createIssueSink(file, (offset) => lineCounter.linePos(offset));
  const broken = errors.filter(({ code }) => !HARMLESS.includes(code));
  const brokenAt = broken.length === 0 ? undefined : Math.min(...broken.map(({ pos }) => pos[0]));
  for (const { code, message, pos } of [...colons, ...errors]) {
    if (brokenAt !== undefined && pos[0] > brokenAt) continue;
    if (code === "DUPLICATE_KEY") sink.report(pos[0], "duplicate-key", ...complaint(code, message));
    else sink.reportSyntax(pos[0], ...complaint(code, message));
  }
  refuseAliases(document.contents, sink);
  return { ...sink, source, root: document.contents, brokenAt };
}
