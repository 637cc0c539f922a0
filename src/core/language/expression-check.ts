import type { Threshold } from "../model/definition.ts";
import { namesIn } from "../model/evaluation-order.ts";
import type { Expression, NamedValue } from "../model/expression.ts";
import { describeUnit, type Unit, unitsAgree } from "../model/unit.ts";
import { suggestion } from "./nearest-name.ts";
import { hasValueIn, type NameTable } from "./plan-names.ts";
import { parseExpression } from "./read-expression.ts";
import { placeInScalar } from "./scalar-place.ts";
import type { ScalarText } from "./scalar-shapes.ts";
import type { ShapeSource } from "./shape.ts";
import type { TextProblem } from "./text-problem.ts";
import { checkUnits, type PartUnit } from "./unit-check.ts";

/** An expression from a file, checked; `at` gives the offset in the file of a part of it. */
export interface CheckedExpression {
  readonly expression: Expression;
  readonly text: string;
  readonly unit: PartUnit;
  readonly at: (part: Expression) => number;
}

/** The same as a threshold of the definition. */
export const thresholdOf = ({ expression, text }: CheckedExpression): Threshold => ({
  expression,
  text,
});

/** What an expression must fit. */
export interface Fit {
  /** Years in which it is evaluated. */
  readonly years: readonly number[];
  /** The unit that the result must have; undefined where it is free or not known. */
  readonly unit: Unit | undefined;
}

function nameProblem(
  name: NamedValue,
  offset: number,
  table: NameTable,
  years: readonly number[],
): TextProblem | undefined {
  const facts = table.quantities.get(name.name);
  if (facts === undefined) {
    return {
      code: "unknown-name",
      offset,
      message: {
        zh: `没有名为 \`${name.name}\` 的假设、参数或指标。`,
        en: `No input, parameter or indicator is called \`${name.name}\`.`,
      },
      remedy: suggestion(name.name, table.quantities.keys(), {
        zh: "请改名，或在 inputs、parameters、indicators 中加上它。",
        en: "Correct the name, or add it to inputs, parameters or indicators.",
      }),
    };
  }
  if (name.kind === "name" && name.lag === 0) return undefined;
  if (facts.kind === "parameter") {
    return {
      code: "lagged-parameter",
      offset,
      message: {
        zh: `参数 \`${name.name}\` 各期相同，不分年份。`,
        en: `The parameter \`${name.name}\` is the same in every period.`,
      },
      remedy: { zh: `请直接写 \`${name.name}\`。`, en: `Write \`${name.name}\`.` },
    };
  }
  if (table.allowsGaps) return undefined;
  const future = name.kind === "dated" ? futureProblem(name, offset, years) : undefined;
  if (future !== undefined) return future;
  const needed = name.kind === "dated" ? [name.year] : years.map((year) => year - name.lag);
  const missing = needed.find((year) => !hasValueIn(table, name.name, year));
  return missing === undefined ? undefined : historyProblem(name, missing, offset);
}

/** A year that lies ahead of a period in which the expression is evaluated. */
function futureProblem(
  { name, year }: NamedValue & { readonly kind: "dated" },
  offset: number,
  years: readonly number[],
): TextProblem | undefined {
  const earlier = years.find((each) => each < year);
  if (earlier === undefined) return undefined;
  return {
    code: "future-year",
    offset,
    message: {
      zh: `这个公式在 ${earlier} 年就要算，而 \`${name}[${year}]\` 那时还没有。`,
      en: `This is worked out in ${earlier}, when \`${name}[${year}]\` lies ahead.`,
    },
    remedy: {
      zh: `请改用不晚于 ${earlier} 的年份，或上一期的值 \`${name}[t-1]\`。`,
      en: `Write a year no later than ${earlier}, or last period's value, \`${name}[t-1]\`.`,
    },
  };
}

function historyProblem(value: NamedValue, missing: number, offset: number): TextProblem {
  const { name } = value;
  const written = value.kind === "dated" ? `${name}[${value.year}]` : `${name}[t-1]`;
  return {
    code: "no-history",
    offset,
    message: {
      zh: `\`${written}\` 需要 ${missing} 年的值，而 \`${name}\` 没有。`,
      en: `\`${written}\` needs a value in ${missing}, which \`${name}\` does not have.`,
    },
    remedy: {
      zh: `请在 history.csv 中补上 \`${name}\` ${missing} 年的一行（history.csv 须与计划文件一起打开），或写进它的 \`history:\`。`,
      en: `Add a row for \`${name}\` in ${missing} to history.csv, which is opened together with the plan, or put it into \`history:\` there.`,
    },
  };
}

function resultProblem(found: PartUnit, unit: Unit | undefined): readonly TextProblem[] {
  if (found === undefined || found === "literal" || unit === undefined) return [];
  if (unitsAgree(found, unit)) return [];
  return [
    {
      code: "wrong-unit",
      offset: 0,
      message: {
        zh: `结果的单位是 \`${describeUnit(found)}\`，应为 \`${describeUnit(unit)}\`。`,
        en: `The result is in \`${describeUnit(found)}\`; \`${describeUnit(unit)}\` was expected.`,
      },
      remedy: {
        zh: "请改公式或改 `unit:`；百分数与小数之间用 `fraction`、`percent` 换算。",
        en: "Change the expression or `unit:`; `fraction` and `percent` turn percentages and plain numbers into each other.",
      },
    },
  ];
}

/** Reports problems of a text in a scalar at their places in the file. */
export function reportInScalar(
  field: ScalarText,
  problems: readonly TextProblem[],
  source: ShapeSource,
): void {
  for (const { code, offset, message, remedy } of problems) {
    const at = placeInScalar(field.scalar, field.text, offset, source.source);
    source.report(at, code, message, remedy);
  }
}

/** Reads an expression and reports every mistake in it; undefined where it has no meaning. */
export function readExpression(
  field: ScalarText,
  table: NameTable,
  fit: Fit,
  source: ShapeSource,
): CheckedExpression | undefined {
  const reading = parseExpression(field.text);
  if (!reading.ok) {
    reportInScalar(field, reading.problems, source);
    return undefined;
  }
  const { expression, offsets } = reading;
  const names = [...namesIn(expression)]
    .map((name) => nameProblem(name, offsets.get(name) ?? 0, table, fit.years))
    .filter((problem) => problem !== undefined);
  const units = checkUnits(expression, offsets, (name) => table.quantities.get(name)?.unit);
  const problems = [...names, ...units.problems, ...resultProblem(units.unit, fit.unit)];
  reportInScalar(field, problems, source);
  const at = (part: Expression): number =>
    placeInScalar(field.scalar, field.text, offsets.get(part) ?? 0, source.source);
  return { expression, text: field.text.trim(), unit: units.unit, at };
}
