import type { Expression } from "../model/expression.ts";
import {
  ANY_PERCENTAGE,
  describeUnit,
  divideUnits,
  isPercentage,
  multiplyUnits,
  PLAIN_NUMBER,
  raiseUnit,
  tellingUnit,
  type Unit,
  unitsAgree,
} from "../model/unit.ts";
import type { Text } from "../text.ts";
import type { Offsets } from "./read-expression.ts";
import type { TextProblem } from "./text-problem.ts";

/**
 * What is known of a part's unit: a unit; `literal` for numbers written out, which take the unit of
 * their partner; undefined where it cannot be known because of a mistake that is reported elsewhere.
 */
export type PartUnit = Unit | "literal" | undefined;

const isLiteral = (unit: PartUnit): unit is "literal" => unit === "literal";
const show = (unit: PartUnit): string =>
  unit === undefined ? "?" : isLiteral(unit) ? "1" : describeUnit(unit);
const isPlain = (unit: PartUnit): boolean =>
  unit === undefined || isLiteral(unit) || unitsAgree(unit, PLAIN_NUMBER);

/** The remedy for two units that should be one. */
function mend(a: Unit, b: Unit): Text {
  const [percentage, other] = isPercentage(a) ? [a, b] : [b, a];
  if (isPercentage(percentage) && isPercentage(other)) {
    return {
      zh: "水平（%）与增速（% yoy）不能相加或比较；请核对单位，或用 `fraction` 换算后再算。",
      en: "A level (%) and a growth rate (% yoy) do not mix; check the units, or calculate with `fraction`.",
    };
  }
  if (unitsAgree(a, PLAIN_NUMBER) || unitsAgree(b, PLAIN_NUMBER)) {
    return {
      zh: "带单位的系数请设为有单位的参数；百分数与小数之间用 `fraction(x)`、`percent(x)` 换算。",
      en: "Make a coefficient that carries a unit a parameter in that unit; `fraction(x)` and `percent(x)` turn percentages and plain numbers into each other.",
    };
  }
  if (isPercentage(percentage)) {
    return {
      zh: "百分数要先换成水平，如 `level * (1 + fraction(growth))`。",
      en: "Turn the percentage into a level first, as in `level * (1 + fraction(growth))`.",
    };
  }
  return {
    zh: "请改正单位，或乘以带换算单位的参数（如单位为 `10 thousand yuan per 100 million yuan`）。",
    en: "Correct the unit, or multiply by a parameter that converts (say in `10 thousand yuan per 100 million yuan`).",
  };
}

class UnitChecker {
  readonly problems: TextProblem[] = [];
  readonly #offsets: Offsets;
  readonly #unitOf: (name: string) => Unit | undefined;

  constructor(offsets: Offsets, unitOf: (name: string) => Unit | undefined) {
    this.#offsets = offsets;
    this.#unitOf = unitOf;
  }

  #report(at: Expression, message: Text, remedy: Text): void {
    const offset = this.#offsets.get(at) ?? 0;
    this.problems.push({ code: "wrong-unit", offset, message, remedy });
  }

  check(expression: Expression): PartUnit {
    switch (expression.kind) {
      case "number":
        return "literal";
      case "name":
      case "dated":
        return this.#unitOf(expression.name);
      case "unary": {
        const unit = this.check(expression.operand);
        if (expression.operator === "-") return unit;
        this.#needPlain(expression, "not", unit);
        return PLAIN_NUMBER;
      }
      case "binary":
        return this.#binary(expression);
      case "call":
        return this.#call(expression);
      case "conditional": {
        this.#needPlain(expression, "? :", this.check(expression.test));
        const then = this.check(expression.then);
        return this.#same(expression, ":", then, this.check(expression.otherwise));
      }
    }
  }

  /** Both sides must have one unit, which is the result's. */
  #same(at: Expression, sign: string, left: PartUnit, right: PartUnit): PartUnit {
    if (isLiteral(left)) return right;
    if (isLiteral(right)) return left;
    if (left === undefined || right === undefined) return undefined;
    if (unitsAgree(left, right)) return tellingUnit(left, right);
    this.#report(
      at,
      {
        zh: `\`${sign}\` 两边单位不同：\`${show(left)}\` 与 \`${show(right)}\`。`,
        en: `The sides of \`${sign}\` differ in unit: \`${show(left)}\` and \`${show(right)}\`.`,
      },
      mend(left, right),
    );
    return undefined;
  }

  #needPlain(at: Expression, sign: string, unit: PartUnit): void {
    if (isPlain(unit)) return;
    this.#report(
      at,
      {
        zh: `\`${sign}\` 需要没有单位的数，这里是 \`${show(unit)}\`。`,
        en: `\`${sign}\` needs a plain number; here is \`${show(unit)}\`.`,
      },
      {
        zh: "条件请写比较式；百分数用 `fraction(x)`；其他量先除以同单位的量。",
        en: "Write conditions as comparisons; use `fraction(x)` for a percentage; divide others by a quantity of their unit.",
      },
    );
  }

  #binary(expression: Expression & { readonly kind: "binary" }): PartUnit {
    const { operator } = expression;
    const left = this.check(expression.left);
    const right = this.check(expression.right);
    switch (operator) {
      case "+":
      case "-":
        return this.#same(expression, operator, left, right);
      case "*":
      case "/":
        return product(operator, left, right);
      case "^":
        return this.#power(expression, left, right);
      case "and":
      case "or":
        this.#needPlain(expression, operator, left);
        this.#needPlain(expression, operator, right);
        return PLAIN_NUMBER;
      default:
        this.#same(expression, operator, left, right);
        return PLAIN_NUMBER;
    }
  }

  #power(
    at: Expression & { readonly kind: "binary" },
    base: PartUnit,
    exponent: PartUnit,
  ): PartUnit {
    if (!isLiteral(exponent)) {
      this.#needPlain(at, "^", exponent);
      this.#needPlain(at, "^", base);
      return PLAIN_NUMBER;
    }
    if (base === undefined || isLiteral(base)) return base;
    return this.#raise(at, "^", base, literalValue(at.right));
  }

  #raise(at: Expression, sign: string, unit: Unit, power: number): PartUnit {
    const raised = raiseUnit(unit, power);
    if (raised === undefined) this.#needPlain(at, sign, unit);
    return raised ?? PLAIN_NUMBER;
  }

  #call(expression: Expression & { readonly kind: "call" }): PartUnit {
    const { fn, args } = expression;
    const units = args.map((argument) => this.check(argument));
    const [first, ...rest] = units;
    switch (fn) {
      case "abs":
      case "ceil":
      case "floor":
      case "round":
        return first;
      case "min":
      case "max":
      case "clamp":
        return rest.reduce((unit, next) => this.#same(expression, fn, unit, next), first);
      case "exp":
      case "log":
        this.#needPlain(expression, fn, first);
        return isLiteral(first) ? first : PLAIN_NUMBER;
      case "sqrt":
        return first === undefined || isLiteral(first)
          ? first
          : this.#raise(expression, fn, first, 0.5);
      case "fraction":
        this.#needPercentage(expression, first);
        return PLAIN_NUMBER;
      case "percent":
        this.#needPlain(expression, fn, first);
        return ANY_PERCENTAGE;
    }
  }

  #needPercentage(at: Expression, unit: PartUnit): void {
    if (unit === undefined || isLiteral(unit) || isPercentage(unit)) return;
    this.#report(
      at,
      {
        zh: `\`fraction\` 需要百分数，这里是 \`${show(unit)}\`。`,
        en: `\`fraction\` needs a percentage; here is \`${show(unit)}\`.`,
      },
      {
        zh: "没有单位的数和其他量不用换算，请去掉 `fraction`。",
        en: "Plain numbers and other quantities need none: remove `fraction`.",
      },
    );
  }
}

function product(operator: "*" | "/", left: PartUnit, right: PartUnit): PartUnit {
  if (isLiteral(left) && isLiteral(right)) return left;
  if (left === undefined || right === undefined) return undefined;
  const above = isLiteral(left) ? PLAIN_NUMBER : left;
  const other = isLiteral(right) ? PLAIN_NUMBER : right;
  return operator === "*" ? multiplyUnits(above, other) : divideUnits(above, other);
}

/** The value of an exponent written in numbers, `+ - * /` only; NaN for others. */
function literalValue(expression: Expression): number {
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "unary":
      return expression.operator === "-" ? -literalValue(expression.operand) : Number.NaN;
    case "binary": {
      const [a, b] = [literalValue(expression.left), literalValue(expression.right)];
      const results = new Map([
        ["+", a + b],
        ["-", a - b],
        ["*", a * b],
        ["/", a / b],
      ]);
      return results.get(expression.operator) ?? Number.NaN;
    }
    default:
      return Number.NaN;
  }
}

/** Checks the units of an expression. `unitOf` gives a name's unit, undefined where it is not known. */
export function checkUnits(
  expression: Expression,
  offsets: Offsets,
  unitOf: (name: string) => Unit | undefined,
): { readonly unit: PartUnit; readonly problems: readonly TextProblem[] } {
  const checker = new UnitChecker(offsets, unitOf);
  const unit = checker.check(expression);
  return { unit, problems: checker.problems };
}
