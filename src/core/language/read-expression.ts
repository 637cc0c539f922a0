import { type Expression, FUNCTION_ARITY, type FunctionName } from "../model/expression.ts";
import type { Syntax } from "./expression-syntax.ts";
import { readSyntax } from "./math-door.ts";
import { nameList, suggestion } from "./nearest-name.ts";
import type { TextProblem } from "./text-problem.ts";

/** Where each part of an expression stands in its text: 0-based offsets. */
export type Offsets = ReadonlyMap<Expression, number>;

/** A parsed expression with the places of its parts, or every problem in it, by place. */
export type ExpressionReading =
  | { readonly ok: true; readonly expression: Expression; readonly offsets: Offsets }
  | { readonly ok: false; readonly problems: readonly TextProblem[] };

/** The functions that an equation may call. */
export const FUNCTION_NAMES = Object.keys(FUNCTION_ARITY) as readonly FunctionName[];

const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(FUNCTION_ARITY, name);

/** Turns syntax into an expression, noting places and problems on the way. */
class ExpressionReader {
  readonly offsets = new Map<Expression, number>();
  readonly problems: TextProblem[] = [];

  read(syntax: Syntax): Expression {
    const expression = this.#convert(syntax);
    this.offsets.set(expression, syntax.offset);
    return expression;
  }

  #convert(syntax: Syntax): Expression {
    switch (syntax.kind) {
      case "number":
        return { kind: "number", value: syntax.value };
      case "name":
        this.#checkName(syntax.name, syntax.offset);
        return { kind: "name", name: syntax.name, lag: 0 };
      case "lagged":
        return { kind: "name", name: syntax.name, lag: syntax.lag };
      case "dated":
        return { kind: "dated", name: syntax.name, year: syntax.year };
      case "unary":
        return { kind: "unary", operator: syntax.operator, operand: this.read(syntax.operand) };
      case "binary": {
        const { operator } = syntax;
        const left = this.read(syntax.left);
        return { kind: "binary", operator, left, right: this.read(syntax.right) };
      }
      case "call":
        return this.#call(syntax);
      case "conditional": {
        const test = this.read(syntax.test);
        const then = this.read(syntax.then);
        return { kind: "conditional", test, then, otherwise: this.read(syntax.otherwise) };
      }
    }
  }

  #checkName(name: string, offset: number): void {
    if (name !== "Infinity" && name !== "t" && !isFunctionName(name)) return;
    this.problems.push({
      code: "not-a-quantity",
      offset,
      message: { zh: `\`${name}\` 不是一个量。`, en: `\`${name}\` is not a quantity.` },
      remedy: isFunctionName(name)
        ? {
            zh: `函数要带括号和自变量，如 \`${name}(x)\`。`,
            en: `A function takes its arguments in parentheses, as in \`${name}(x)\`.`,
          }
        : {
            zh: "`t` 只用于 `x[t-1]`；公式里没有无穷大。",
            en: "`t` serves only in `x[t-1]`; equations know no infinity.",
          },
    });
  }

  #call({ name, args: written, offset }: Syntax & { readonly kind: "call" }): Expression {
    const args = written.map((argument) => this.read(argument));
    const known = isFunctionName(name);
    if (!known) this.#unknownFunction(name, offset);
    else this.#checkArity(name, args.length, offset);
    const fn: FunctionName = known ? name : "abs";
    const [first, second, ...more] = args;
    if ((fn !== "max" && fn !== "min") || first === undefined || second === undefined) {
      return { kind: "call", fn, args };
    }
    return more.reduce<Expression>(
      (folded, argument) => {
        this.offsets.set(folded, offset);
        return { kind: "call", fn, args: [folded, argument] };
      },
      { kind: "call", fn, args: [first, second] },
    );
  }

  #unknownFunction(name: string, offset: number): void {
    const list = nameList(FUNCTION_NAMES);
    this.problems.push({
      code: "unknown-function",
      offset,
      message: { zh: `没有函数 \`${name}\`。`, en: `There is no function \`${name}\`.` },
      remedy: suggestion(name, FUNCTION_NAMES, {
        zh: `可用的函数：${list.zh}。乘法请写出 \`*\`。`,
        en: `Functions: ${list.en}. Write \`*\` to multiply.`,
      }),
    });
  }

  #checkArity(name: FunctionName, count: number, offset: number): void {
    const arity = FUNCTION_ARITY[name];
    const open = name === "max" || name === "min";
    if (open ? count >= arity : count === arity) return;
    this.problems.push({
      code: "wrong-arguments",
      offset,
      message: {
        zh: `\`${name}\` 需要${open ? "至少" : ""} ${arity} 个自变量，这里有 ${count} 个。`,
        en: `\`${name}\` takes ${open ? "at least " : ""}${arity} argument${arity > 1 ? "s" : ""}, here are ${count}.`,
      },
      remedy: {
        zh: "请补上或去掉自变量，用逗号分开。",
        en: "Add or remove arguments, separated by commas.",
      },
    });
  }
}

/**
 * Parses an equation or threshold. Names are not looked up. `max` and `min` of more than two
 * arguments become nested calls of two.
 */
export function parseExpression(text: string): ExpressionReading {
  const reading = readSyntax(text);
  if (!reading.ok) return reading;
  const reader = new ExpressionReader();
  const expression = reader.read(reading.syntax);
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return { ok: true, expression, offsets: reader.offsets };
}
