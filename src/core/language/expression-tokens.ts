import type { Text } from "../text.ts";
import type { TextProblem } from "./text-problem.ts";

/** A piece of an expression that is not white space. */
export interface Token {
  readonly kind: "name" | "number" | "symbol";
  readonly text: string;
  /** 0-based offset in the text. */
  readonly offset: number;
}

const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME = /[\p{L}_$][\p{L}\p{M}\p{N}_$]*/uy;
const SYMBOL = /<=|>=|==|!=|&&|\|\||\*\*|\.[*/^']|\?[?.]|"[^"]*"?|'[^']*'?|./suy;

function match(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}

/** Splits an expression into tokens; every character that is not white space is in one of them. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  while (offset < text.length) {
    const space = match(/\s+/y, text, offset);
    const number = match(NUMBER, text, offset);
    const name = match(NAME, text, offset);
    const piece = space ?? number ?? name ?? match(SYMBOL, text, offset) ?? "";
    if (space === undefined) {
      const kind = number !== undefined ? "number" : name !== undefined ? "name" : "symbol";
      tokens.push({ kind, text: piece, offset });
    }
    offset += Math.max(1, piece.length);
  }
  return tokens;
}

const KNOWN_SYMBOLS = new Set("+ - * / ^ < <= > >= == != ( ) [ ] , ? :".split(" "));

const write = (good: string): Text => ({ zh: `请写作 \`${good}\`。`, en: `Write \`${good}\`.` });

const NO_TEXTS: Text = {
  zh: "去掉引号：公式里只有数、名称、运算符和函数。",
  en: "Remove the quotes: an expression has only numbers, names, operators and functions.",
};

const NO_REMAINDER: Text = {
  zh: "没有取余运算；可写 `x - y * floor(x / y)`。",
  en: "There is no remainder; write `x - y * floor(x / y)`.",
};

const NO_CONSTANT: Text = {
  zh: "请写出数值，或用比较式、`test ? a : b` 表示条件。",
  en: "Write a number, or a comparison or `test ? a : b` for a condition.",
};

const REMEDIES: ReadonlyMap<string, Text> = new Map([
  [
    "=",
    {
      zh: "比较相等请写 `==`；公式里不能赋值。",
      en: "Write `==` to compare; there is no assignment.",
    },
  ],
  [
    ";",
    {
      zh: "每个公式只写一个式子；请另立一个指标。",
      en: "One expression each; make another indicator of the rest.",
    },
  ],
  [
    "%",
    {
      zh: "去掉 `%`：单位写在 `unit:` 里；换算成小数用 `fraction(x)`。没有取余运算。",
      en: "Remove `%`: the unit stands under `unit:`; `fraction(x)` turns a percentage into a plain number. There is no remainder.",
    },
  ],
  [
    "!",
    { zh: "否定请写 `not`；没有阶乘。", en: "Write `not` for negation; there is no factorial." },
  ],
  ["'", NO_TEXTS],
  [
    "{",
    { zh: "公式里没有对象；分组请用圆括号 `( )`。", en: "There are no objects; group with `( )`." },
  ],
  ["}", write(")")],
  [
    "#",
    {
      zh: "公式里不能写注释；请放到公式外面。",
      en: "No comments inside an expression; put it outside.",
    },
  ],
  [
    ".",
    { zh: "名称不能带点；小数请写成 `0.5`。", en: "Names have no dots; write decimals as `0.5`." },
  ],
  ["&&", write("and")],
  ["&", write("and")],
  ["||", write("or")],
  ["|", write("or")],
  ["**", write("^")],
  [".*", write("*")],
  ["./", write("/")],
  [".^", write("^")],
  ["（", write("(")],
  ["）", write(")")],
  ["，", write(",")],
  ["、", write(",")],
  ["×", write("*")],
  ["·", write("*")],
  ["÷", write("/")],
  ["−", write("-")],
  ["–", write("-")],
  ["＋", write("+")],
  ["－", write("-")],
  ["＊", write("*")],
  ["／", write("/")],
  ["＝", write("==")],
  ["≤", write("<=")],
  ["≥", write(">=")],
  ["≠", write("!=")],
  ["＜", write("<")],
  ["＞", write(">")],
  ["？", write("?")],
  ["：", write(":")],
  ["％", { zh: "去掉百分号。", en: "Remove the percent sign." }],
  ["mod", NO_REMAINDER],
  ["xor", { zh: "请写作 `a != b`。", en: "Write `a != b`." }],
  [
    "to",
    {
      zh: "不能换算单位；请用带换算单位的参数相乘。",
      en: "There is no unit conversion; multiply by a parameter that carries it.",
    },
  ],
  [
    "in",
    {
      zh: "不能换算单位；请用带换算单位的参数相乘。",
      en: "There is no unit conversion; multiply by a parameter that carries it.",
    },
  ],
  ["true", NO_CONSTANT],
  ["false", NO_CONSTANT],
  ["null", NO_CONSTANT],
  ["undefined", NO_CONSTANT],
  ["NaN", NO_CONSTANT],
]);

/** Words that mean something in expressions and so cannot be names: operators and mathjs constants. */
export const EXPRESSION_WORDS: readonly string[] = [
  ...["and", "or", "not", "mod", "xor", "to", "in", "true", "false", "null"],
  ...["undefined", "NaN", "Infinity"],
];

const CHARACTER: Text = {
  zh: "公式里只有数、英文名称、`+ - * / ^`、比较、`and or not`、`? :`、圆括号和函数。",
  en: "An expression has only numbers, ASCII names, `+ - * / ^`, comparisons, `and or not`, `? :`, parentheses and functions.",
};

function refusal(token: Token): TextProblem | undefined {
  if (token.kind === "number" && Number.isFinite(Number(token.text))) return undefined;
  if (token.kind === "symbol" && KNOWN_SYMBOLS.has(token.text)) return undefined;
  const remedy = REMEDIES.get(token.text) ?? (/^["']/.test(token.text) ? NO_TEXTS : undefined);
  if (token.kind === "name" && remedy === undefined && /^\w+$/.test(token.text)) return undefined;
  return {
    code: "not-in-expressions",
    offset: token.offset,
    message: {
      zh: `公式里不能用 \`${token.text}\`。`,
      en: `\`${token.text}\` cannot be used in an expression.`,
    },
    remedy: remedy ?? CHARACTER,
  };
}

/** Pieces that no expression may hold, such as assignments, texts and full-width punctuation. */
export function refusedTokens(tokens: readonly Token[]): readonly TextProblem[] {
  return tokens.map(refusal).filter((problem) => problem !== undefined);
}

/** Far more than any equation needs, and far less than makes a parser run out of stack. */
const MOST_LEVELS = 100;

const NESTING: readonly string[] = ["^", "?", "not"];
const JOINING: readonly string[] = ["and", "or", "not"];

/** Whether a token at this place is a sign before an operand rather than an operator between two. */
function isSign(token: Token, before: Token | undefined): boolean {
  if (token.text !== "-" && token.text !== "+") return false;
  if (before === undefined) return true;
  return before.kind === "symbol" ? !/^[)\]]$/.test(before.text) : JOINING.includes(before.text);
}

/** Whether parentheses, powers, signs or conditions nest too deeply, or might. */
export function nestsTooDeeply(tokens: readonly Token[]): boolean {
  let open = 0;
  let nested = 0;
  for (const [i, token] of tokens.entries()) {
    if (token.text === "(" || token.text === "[") open++;
    else if (token.text === ")" || token.text === "]") open--;
    if (NESTING.includes(token.text) || isSign(token, tokens[i - 1])) nested++;
    if (open > MOST_LEVELS || nested > 2 * MOST_LEVELS) return true;
  }
  return false;
}
