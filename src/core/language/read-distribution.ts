import { affineDistribution } from "../model/affine-distribution.ts";
import type { Distribution } from "../model/distribution.ts";
import { distributionProblem } from "../sampling/distribution-problem.ts";
import type { Text } from "../text.ts";
import { DISTRIBUTION_FORMS, type DistributionForm } from "./distribution-forms.ts";
import type { Syntax } from "./expression-syntax.ts";
import { findSeries } from "./find-series.ts";
import { readSyntax } from "./math-door.ts";
import { nameList, suggestion } from "./nearest-name.ts";
import type { Past } from "./plan-context.ts";
import type { TextProblem } from "./text-problem.ts";

/** A distribution, or every problem in its text, by place. */
export type DistributionReading =
  | {
      readonly ok: true;
      readonly distribution: Distribution;
      /** Series whose known values it holds. */
      readonly fromSeries?: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly TextProblem[] };

/** Fewer known values make no distribution. */
const LEAST_VALUES = 5;

/** A part of a distribution's text: a plain number, or something uncertain. */
type Part = number | Distribution;

const isNumber = (part: Part): part is number => typeof part === "number";

class DistributionReader {
  readonly problems: TextProblem[] = [];
  readonly fromSeries: string[] = [];
  readonly #past: Past | undefined;

  constructor(past: Past | undefined) {
    this.#past = past;
  }

  #report(code: string, offset: number, message: Text, remedy: Text): undefined {
    this.problems.push({ code, offset, message, remedy });
    return undefined;
  }

  read(syntax: Syntax): Part | undefined {
    switch (syntax.kind) {
      case "number":
        return syntax.value;
      case "name":
        if (syntax.name === "Infinity") return Number.POSITIVE_INFINITY;
        return this.#notConstant(syntax.name, syntax.offset);
      case "call":
        return this.#call(syntax);
      case "unary": {
        const operand = this.read(syntax.operand);
        if (syntax.operator === "not") return this.#notArithmetic("not", syntax.offset);
        if (operand === undefined) return undefined;
        return isNumber(operand) ? -operand : affineDistribution(operand, 0, -1);
      }
      case "binary":
        return this.#binary(syntax);
      case "lagged":
      case "dated":
        return this.#notConstant(syntax.name, syntax.offset);
      case "conditional":
        return this.#notArithmetic("? :", syntax.offset);
    }
  }

  #notConstant(name: string, offset: number): undefined {
    const form = DISTRIBUTION_FORMS.get(name);
    if (form !== undefined) {
      return this.#report(
        "wrong-arguments",
        offset,
        { zh: `\`${name}\` 缺少参数。`, en: `\`${name}\` lacks its parameters.` },
        { zh: `请写作 \`${form.usage}\`。`, en: `Write \`${form.usage}\`.` },
      );
    }
    return this.#report(
      "not-constant",
      offset,
      {
        zh: `分布的参数只能是数，这里是 \`${name}\`。`,
        en: `Parameters of a distribution are numbers; here is \`${name}\`.`,
      },
      {
        zh: "请写成数；若要随其他量变动，请把关系写进指标的方程。",
        en: "Write a number; what depends on other quantities belongs in an indicator's equation.",
      },
    );
  }

  #notArithmetic(sign: string, offset: number): undefined {
    return this.#report(
      "not-constant",
      offset,
      {
        zh: `分布里不能用 \`${sign}\`。`,
        en: `\`${sign}\` cannot be used in a distribution.`,
      },
      {
        zh: "只能用 `+ - * /` 对一个分布加减乘除常数，如 `3 + 2 * bernoulli(0.1)`。",
        en: "Only `+ - * /` of one distribution with numbers, as in `3 + 2 * bernoulli(0.1)`.",
      },
    );
  }

  #binary(syntax: Syntax & { readonly kind: "binary" }): Part | undefined {
    const { operator, offset } = syntax;
    const left = this.read(syntax.left);
    const right = this.read(syntax.right);
    if (operator !== "+" && operator !== "-" && operator !== "*" && operator !== "/") {
      return this.#notArithmetic(operator, offset);
    }
    if (left === undefined || right === undefined) return undefined;
    if (isNumber(left) && isNumber(right)) return calculate(operator, left, right);
    const combined = combine(operator, left, right);
    if (combined !== undefined) return combined;
    return this.#report(
      "not-affine",
      offset,
      {
        zh: `\`${operator}\` 只能连接一个分布和一个数。`,
        en: `\`${operator}\` joins one distribution and one number here.`,
      },
      {
        zh: "两个不确定量请各设为一个假设，在指标的方程里相加或相乘；按概率二选一请用 `mixture`。",
        en: "Make each an input and join them in an indicator's equation; use `mixture` for one or the other.",
      },
    );
  }

  #call({ name, args, offset }: Syntax & { readonly kind: "call" }): Distribution | undefined {
    const form = DISTRIBUTION_FORMS.get(name);
    if (form === undefined) {
      const list = nameList(DISTRIBUTION_FORMS.keys());
      return this.#report(
        "unknown-distribution",
        offset,
        { zh: `没有分布 \`${name}\`。`, en: `There is no distribution \`${name}\`.` },
        suggestion(name, DISTRIBUTION_FORMS.keys(), {
          zh: `可用的分布：${list.zh}。`,
          en: `Distributions: ${list.en}.`,
        }),
      );
    }
    const [series] = args;
    if (name === "empirical" && args.length === 1 && series?.kind === "name") {
      return this.#empirical(series.name, series.offset);
    }
    const parts = args.map((argument) => this.read(argument));
    if (parts.includes(undefined)) return undefined;
    const distribution = form.build(parts as readonly Part[]);
    if (distribution === undefined) return this.#wrongArguments(name, form, offset);
    const problem = distributionProblem(distribution);
    if (problem === undefined) return distribution;
    if (this.#dependsOnKnowledge()) return undefined;
    return this.#report("impossible-parameters", offset, problem, {
      zh: `请改参数：\`${form.usage}\`，${form.limits.zh}。`,
      en: `Change the parameters: \`${form.usage}\`, ${form.limits.en}.`,
    });
  }

  /** The known values of a series. */
  #empirical(name: string, offset: number): Distribution | undefined {
    if (this.#past === undefined) return this.#notConstant(name, offset);
    const report = (_at: number, code: string, message: Text, remedy: Text): void =>
      void this.#report(code, offset, message, remedy);
    const series = findSeries({ value: name, at: offset }, this.#past, { report });
    if (series === undefined) return undefined;
    this.fromSeries.push(name);
    const values = series.points.map(({ value }) => value);
    if (values.length >= LEAST_VALUES) return { kind: "empirical", values };
    if (this.#dependsOnKnowledge()) return undefined;
    return this.#report(
      "too-few-years",
      offset,
      {
        zh: `\`${name}\` 当时已知的只有 ${values.length} 年，至少要 ${LEAST_VALUES} 年。`,
        en: `\`${name}\` has ${values.length} known years; ${LEAST_VALUES} are needed.`,
      },
      {
        zh: "请补数据，或改用 estimate 或其他分布。",
        en: "Add figures, or use an estimate or another distribution.",
      },
    );
  }

  /** Whether what is wrong is that a rewound plan knows too little yet, which is no mistake in its text. */
  #dependsOnKnowledge(): boolean {
    return this.#past?.isRewound === true && this.fromSeries.length > 0;
  }

  #wrongArguments(name: string, form: DistributionForm, offset: number): undefined {
    return this.#report(
      "wrong-arguments",
      offset,
      {
        zh: `\`${name}\` 的参数个数或种类不对。`,
        en: `\`${name}\` has the wrong number or kind of parameters.`,
      },
      { zh: `请写作 \`${form.usage}\`。`, en: `Write \`${form.usage}\`.` },
    );
  }
}

function calculate(operator: "+" | "-" | "*" | "/", a: number, b: number): number {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
  }
}

function combine(
  operator: "+" | "-" | "*" | "/",
  left: Part,
  right: Part,
): Distribution | undefined {
  if (isNumber(left)) {
    if (isNumber(right) || operator === "/") return undefined;
    if (operator === "*") return affineDistribution(right, 0, left);
    return affineDistribution(right, left, operator === "+" ? 1 : -1);
  }
  if (!isNumber(right)) return undefined;
  if (operator === "*") return affineDistribution(left, 0, right);
  if (operator === "/") return affineDistribution(left, 0, 1 / right);
  return affineDistribution(left, operator === "+" ? right : -right, 1);
}

/**
 * Parses a distribution's text, such as `normal(7, 1.5)` or `3 + 2 * bernoulli(0.1)`, and checks
 * its parameters. A number alone is a constant. In a rewound plan that knows too little of a series yet it is NaN.
 */
export function parseDistribution(text: string, past?: Past): DistributionReading {
  const reading = readSyntax(text);
  if (!reading.ok) return reading;
  const reader = new DistributionReader(past);
  const part = reader.read(reading.syntax);
  const { fromSeries, problems } = reader;
  const rest = fromSeries.length === 0 ? {} : { fromSeries };
  if (part === undefined) {
    if (problems.length > 0) return { ok: false, problems };
    return { ok: true, distribution: { kind: "constant", value: Number.NaN }, ...rest };
  }
  const distribution: Distribution = isNumber(part) ? { kind: "constant", value: part } : part;
  const impossible = distributionProblem(distribution);
  if (impossible === undefined) return { ok: true, distribution, ...rest };
  const remedy = {
    zh: "请改参数；各数都应有限，倍数不为 0。",
    en: "Change the parameters; numbers must be finite and factors not 0.",
  };
  const { offset } = reading.syntax;
  const problem = { code: "impossible-parameters", offset, message: impossible, remedy };
  return { ok: false, problems: [problem] };
}

/** A problem in a text that a user is typing. */
export interface FieldProblem {
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  readonly message: Text;
  readonly remedy: Text;
}

/** A distribution as typed into a field, or every mistake in it. */
export type TypedDistribution =
  | { readonly ok: true; readonly distribution: Distribution }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Parses what a user types as a distribution. */
export function parseDistributionText(text: string): TypedDistribution {
  const reading = parseDistribution(text);
  if (reading.ok) return reading;
  const problems = reading.problems.map(({ offset, message, remedy }) => ({
    column: offset + 1,
    message,
    remedy,
  }));
  return { ok: false, problems };
}
