import { create, parseDependencies } from "mathjs";
import type { BinaryOperator } from "../model/expression.ts";
import type { Text } from "../text.ts";
import type { Syntax } from "./expression-syntax.ts";
import { nestsTooDeeply, refusedTokens, type Token, tokenize } from "./expression-tokens.ts";
import type { TextProblem } from "./text-problem.ts";

const mathjs = create({ ...parseDependencies });

/** The nodes of mathjs that can come from tokens that are not refused. */
type MathNode =
  | { readonly type: "ConstantNode"; readonly value: number }
  | { readonly type: "SymbolNode"; readonly name: string }
  | { readonly type: "ParenthesisNode"; readonly content: MathNode }
  | {
      readonly type: "OperatorNode";
      readonly op: string;
      readonly args: readonly [MathNode, MathNode?];
      readonly implicit: boolean;
    }
  | { readonly type: "RelationalNode"; readonly params: readonly MathNode[] }
  | {
      readonly type: "ConditionalNode";
      readonly condition: MathNode;
      readonly trueExpr: MathNode;
      readonly falseExpr: MathNode;
    }
  | { readonly type: "FunctionNode"; readonly fn: MathNode; readonly args: readonly MathNode[] }
  | { readonly type: "AccessorNode"; readonly object: MathNode; readonly index: MathNode }
  | { readonly type: "IndexNode"; readonly dimensions: readonly MathNode[] }
  | { readonly type: "ArrayNode" | "RangeNode" };

/** Levels of operators, such as terms of a sum; keeps all that walk through expressions from running out of stack. */
const MOST_LEVELS = 500;

const MOST_CHARACTERS = 10_000;

/** An expression as written, or every reason why it is not one. */
export type SyntaxReading =
  | { readonly ok: true; readonly syntax: Syntax }
  | { readonly ok: false; readonly problems: readonly TextProblem[] };

/** Thrown and caught in this file only: the first place where the form of an expression is refused. */
class Refusal extends Error {
  readonly problem: TextProblem;
  constructor(problem: TextProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

function refuse(code: string, offset: number, message: Text, remedy: Text): never {
  throw new Refusal({ code, offset, message, remedy });
}

/** Walks mathjs nodes in the order of the text and finds their tokens, as mathjs keeps no positions. */
class Converter {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** Moves behind the next token with this text (any of the kind, where no text is given). */
  #take(kind: Token["kind"], text?: string): number {
    let found = this.#next;
    for (let token = this.#tokens[found]; token !== undefined; token = this.#tokens[++found]) {
      if (token.kind === kind && (text === undefined || token.text === text)) break;
    }
    if (found >= this.#tokens.length) return this.#tokens.at(-1)?.offset ?? 0;
    this.#next = found + 1;
    return this.#tokens[found]!.offset;
  }

  /** The start of the right operand, when the left one has been converted. */
  #operandStart(): number {
    while (this.#tokens[this.#next]?.text === ")") this.#next++;
    return (this.#tokens[this.#next] ?? this.#tokens.at(-1))?.offset ?? 0;
  }

  convert(node: MathNode): Syntax {
    this.#depth++;
    if (this.#depth > MOST_LEVELS) throw new Refusal(tooDeepProblem());
    const syntax = this.#convert(node);
    this.#depth--;
    return syntax;
  }

  #convert(node: MathNode): Syntax {
    switch (node.type) {
      case "ConstantNode":
        return Number.isFinite(node.value)
          ? { kind: "number", value: node.value, offset: this.#take("number") }
          : { kind: "name", name: "Infinity", offset: this.#take("name", "Infinity") };
      case "SymbolNode":
        return { kind: "name", name: node.name, offset: this.#take("name", node.name) };
      case "ParenthesisNode":
        return this.convert(node.content);
      case "OperatorNode":
        return this.#operator(node);
      case "RelationalNode":
        return this.#relational(node.params);
      case "ConditionalNode": {
        const test = this.convert(node.condition);
        const offset = this.#take("symbol", "?");
        const then = this.convert(node.trueExpr);
        return { kind: "conditional", test, then, otherwise: this.convert(node.falseExpr), offset };
      }
      case "FunctionNode":
        return this.#call(node);
      case "AccessorNode":
        return this.#lagged(node.object, node.index);
      default:
        return this.#brackets();
    }
  }

  #operator(node: MathNode & { readonly type: "OperatorNode" }): Syntax {
    const [first, second] = node.args;
    if (second === undefined) {
      const offset = this.#take(node.op === "not" ? "name" : "symbol", node.op);
      const operand = this.convert(first);
      if (node.op === "+") return operand;
      return { kind: "unary", operator: node.op === "not" ? "not" : "-", operand, offset };
    }
    const word = node.op === "and" || node.op === "or";
    if (!word && first.type === "OperatorNode" && first.op === "not") this.#tightNot();
    const left = this.convert(first);
    if (node.implicit) this.#implicitProduct();
    const offset = this.#take(word ? "name" : "symbol", node.op);
    const right = this.convert(second);
    return { kind: "binary", operator: node.op as BinaryOperator, left, right, offset };
  }

  #implicitProduct(): never {
    return refuse(
      "implicit-product",
      this.#operandStart(),
      { zh: "这里缺少运算符。", en: "An operator is missing here." },
      { zh: "乘法请写出 `*`。", en: "Write `*` to multiply." },
    );
  }

  #tightNot(): never {
    return refuse(
      "unclear-not",
      this.#take("name", "not"),
      {
        zh: "`not` 只管紧跟其后的一项，不包括后面的比较。",
        en: "`not` takes only the term right behind it, not the comparison that follows.",
      },
      { zh: "请加圆括号：`not (a == b)`。", en: "Add parentheses: `not (a == b)`." },
    );
  }

  #relational(params: readonly MathNode[]): never {
    for (const param of params.slice(0, 2)) this.convert(param);
    const chained = this.#tokens.slice(this.#next).find((t) => /^([<>]=?|[=!]=)$/.test(t.text));
    return refuse(
      "chained-comparison",
      chained?.offset ?? 0,
      { zh: "比较不能连写。", en: "Comparisons cannot be chained." },
      { zh: "请写作 `a < b and b < c`。", en: "Write `a < b and b < c`." },
    );
  }

  #call(node: MathNode & { readonly type: "FunctionNode" }): Syntax {
    if (node.fn.type !== "SymbolNode") {
      return refuse(
        "not-in-expressions",
        this.#operandStart(),
        { zh: "只能调用有名称的函数。", en: "Only a named function can be called." },
        { zh: "乘法请写出 `*`。", en: "Write `*` to multiply." },
      );
    }
    const offset = this.#take("name", node.fn.name);
    const args = node.args.map((argument) => this.convert(argument));
    return { kind: "call", name: node.fn.name, args, offset };
  }

  #lagged(object: MathNode, index: MathNode): Syntax {
    const start = this.#operandStart();
    const step = index.type === "IndexNode" ? stepOf(index.dimensions) : undefined;
    if (object.type !== "SymbolNode" || step === undefined) {
      return refuse(
        "wrong-lag",
        start,
        {
          zh: "方括号里只能写 `t-1`（上一期）或四位年份。",
          en: "Only `t-1`, the last period, or a year of four digits can stand in square brackets.",
        },
        {
          zh: "请写作 `x[t-1]` 或 `x[2020]`；本期的值直接写 `x`。更早各期请另立指标逐期递推。",
          en: "Write `x[t-1]`, `x[2020]`, or `x` for this period; reach further back with an indicator that carries it on.",
        },
      );
    }
    const offset = this.#take("name", object.name);
    this.#take("symbol", "]");
    return { ...step, name: object.name, offset };
  }

  #brackets(): never {
    const symbols = this.#tokens.slice(this.#next);
    return refuse(
      "not-in-expressions",
      (symbols.find((t) => t.text === "[" || t.text === ":") ?? symbols[0])?.offset ?? 0,
      { zh: "公式里没有数组和区间。", en: "There are no arrays or ranges in expressions." },
      {
        zh: "分组请用 `( )`；条件请写 `test ? a : b`。",
        en: "Group with `( )`; write conditions as `test ? a : b`.",
      },
    );
  }
}

/** What stands in square brackets: the last period or a year. */
function stepOf(dimensions: readonly MathNode[]) {
  const [step, more] = dimensions;
  if (more !== undefined) return undefined;
  if (step?.type === "ConstantNode") {
    const isYear = Number.isInteger(step.value) && step.value >= 1000 && step.value <= 9999;
    return isYear ? ({ kind: "dated", year: step.value } as const) : undefined;
  }
  if (step?.type !== "OperatorNode" || step.op !== "-") return undefined;
  const [t, lag] = step.args;
  const isLast =
    t.type === "SymbolNode" && t.name === "t" && lag?.type === "ConstantNode" && lag.value === 1;
  return isLast ? ({ kind: "lagged", lag: 1 } as const) : undefined;
}

function emptyProblem(): TextProblem {
  return {
    code: "empty-text",
    offset: 0,
    message: {
      zh: "这里是空的，应有一个公式。",
      en: "An expression was expected, nothing is here.",
    },
    remedy: { zh: "请写出公式，例如 `a + 2 * b`。", en: "Write one, such as `a + 2 * b`." },
  };
}

function tooDeepProblem(): TextProblem {
  return {
    code: "too-deep",
    offset: 0,
    message: {
      zh: `公式太长（超过 ${MOST_CHARACTERS} 字符）或嵌套太深。`,
      en: `The expression is too long (more than ${MOST_CHARACTERS} characters) or nested too deeply.`,
    },
    remedy: { zh: "请把一部分另立为指标。", en: "Make an indicator of a part of it." },
  };
}

/** Puts mathjs's complaint, which has `char` (1-based), into our words. */
function syntaxProblem(text: string, tokens: readonly Token[], error: unknown): TextProblem {
  const char = error instanceof Error && "char" in error ? Number(error.char) : Number.NaN;
  const offset = Number.isFinite(char) ? Math.min(char - 1, text.length) : 0;
  const token = tokens.find((t) => t.offset >= offset);
  const opened = tokens.filter((t) => t.text === "(").length;
  const closed = tokens.filter((t) => t.text === ")").length;
  const unbalanced = opened !== closed;
  return {
    code: "expression-syntax",
    offset: token?.offset ?? offset,
    message:
      token === undefined
        ? { zh: "公式到这里没有写完。", en: "The expression ends too early." }
        : { zh: `此处的 \`${token.text}\` 读不通。`, en: `\`${token.text}\` does not fit here.` },
    remedy: unbalanced
      ? {
          zh: `左括号 ${opened} 个、右括号 ${closed} 个，请配成对。`,
          en: `There are ${opened} opening and ${closed} closing parentheses; make them match.`,
        }
      : {
          zh: "请检查此处前后的运算符、括号和逗号。",
          en: "Check the operators, parentheses and commas around this place.",
        },
  };
}

/** Parses an expression with mathjs; never throws. Line breaks count as spaces. */
export function readSyntax(text: string): SyntaxReading {
  if (text.length > MOST_CHARACTERS) return { ok: false, problems: [tooDeepProblem()] };
  const tokens = tokenize(text);
  if (nestsTooDeeply(tokens)) return { ok: false, problems: [tooDeepProblem()] };
  if (tokens.length === 0) return { ok: false, problems: [emptyProblem()] };
  const problems = refusedTokens(tokens);
  if (problems.length > 0) return { ok: false, problems };
  try {
    const node = mathjs.parse(text.replace(/\s/g, " ")) as unknown as MathNode;
    return { ok: true, syntax: new Converter(tokens).convert(node) };
  } catch (error) {
    const problem = error instanceof Refusal ? error.problem : syntaxProblem(text, tokens, error);
    return { ok: false, problems: [problem] };
  }
}
