import { isScalar, type Scalar } from "yaml";
import type { Text } from "../text.ts";
import { nameList, suggestion } from "./nearest-name.ts";
import { offsetOf, type Place, reportType, type Shape, type ShapeSource } from "./shape.ts";

const scalarOf = ({ node }: Place): Scalar | undefined =>
  isScalar(node) && node.value !== null ? node : undefined;

/** The characters as written, for numbers too: `8.0` stays `8.0`. */
const writtenText = (scalar: Scalar): string =>
  typeof scalar.value === "string" ? scalar.value : String(scalar.source ?? scalar.value);

function reportEmpty(place: Place, source: ShapeSource, expected: Text): void {
  source.report(
    offsetOf(place),
    "empty-text",
    { zh: `应为${expected.zh}，这里是空的。`, en: `Expected ${expected.en}; here is nothing.` },
    { zh: "请填写内容。", en: "Fill it in." },
  );
}

interface WordOptions {
  readonly expected: Text;
  readonly remedy: Text;
  /** What the text must match as a whole. */
  readonly pattern?: RegExp;
  /** Code of the issue where it does not match; `wrong-format` otherwise. */
  readonly code?: string;
  /** Whether a number also counts as a text, as written. */
  readonly numbers?: boolean;
}

/** A text on one line that is not empty. */
export function word({ expected, remedy, pattern, code, numbers }: WordOptions): Shape<string> {
  return {
    expected,
    read: (place, source) => {
      const scalar = scalarOf(place);
      const isText =
        typeof scalar?.value === "string" || (numbers && typeof scalar?.value === "number");
      if (scalar === undefined || !isText) {
        reportType(place, source, expected, remedy);
        return undefined;
      }
      const text = writtenText(scalar).trim();
      if (text === "") {
        reportEmpty(place, source, expected);
        return undefined;
      }
      if (pattern === undefined || pattern.test(text)) return text;
      source.report(
        offsetOf(place),
        code ?? "wrong-format",
        {
          zh: `应为${expected.zh}，这里是 \`${text}\`。`,
          en: `Expected ${expected.en}; here is \`${text}\`.`,
        },
        remedy,
      );
      return undefined;
    },
    schema: () => ({
      type: numbers ? ["string", "number"] : "string",
      ...(pattern === undefined ? { minLength: 1 } : { pattern: pattern.source }),
    }),
  };
}

/** Anything scalar as written, with its node, for texts in a language of their own. */
export interface ScalarText {
  readonly text: string;
  readonly scalar: Scalar;
}

/** An expression, distribution or number, read later. */
export function scalarText(expected: Text, remedy: Text): Shape<ScalarText> {
  return {
    expected,
    read: (place, source) => {
      const scalar = scalarOf(place);
      if (scalar === undefined || typeof scalar.value === "boolean") {
        reportType(place, source, expected, remedy);
        return undefined;
      }
      return { text: writtenText(scalar), scalar };
    },
    schema: () => ({ type: ["string", "number"] }),
  };
}

interface NumberOptions {
  readonly expected: Text;
  readonly remedy: Text;
  readonly accepts?: (value: number) => boolean;
  /** JSON Schema's words for the same limits. */
  readonly limits?: Readonly<Record<string, number>>;
  readonly whole?: boolean;
}

/** A finite number. */
export function numeric({
  expected,
  remedy,
  accepts,
  limits,
  whole,
}: NumberOptions): Shape<number> {
  return {
    expected,
    read: (place, source) => {
      const value = scalarOf(place)?.value;
      if (typeof value !== "number" || !Number.isFinite(value)) {
        reportType(place, source, expected, remedy);
        return undefined;
      }
      if ((!whole || Number.isInteger(value)) && (accepts?.(value) ?? true)) return value;
      source.report(
        offsetOf(place),
        "out-of-range",
        {
          zh: `应为${expected.zh}，这里是 ${value}。`,
          en: `Expected ${expected.en}; here is ${value}.`,
        },
        remedy,
      );
      return undefined;
    },
    schema: () => ({ type: whole ? "integer" : "number", ...limits }),
  };
}

/** `true` or `false`. */
export const truth: Shape<boolean> = {
  expected: { zh: " `true` 或 `false`", en: "`true` or `false`" },
  read: (place, source) => {
    const value = scalarOf(place)?.value;
    if (typeof value === "boolean") return value;
    reportType(place, source, truth.expected, {
      zh: "请写 `true` 或 `false`，不加引号。",
      en: "Write `true` or `false`, without quotes.",
    });
    return undefined;
  },
  schema: () => ({ type: "boolean" }),
};

/** One of some fixed words. */
export function oneOf<T extends string>(words: readonly T[]): Shape<T> {
  const list = nameList(words);
  const expected = { zh: `以下之一：${list.zh}`, en: `one of ${list.en}` };
  return {
    expected,
    read: (place, source) => {
      const scalar = scalarOf(place);
      const text = scalar === undefined ? "" : writtenText(scalar);
      const known = words.find((candidate) => candidate === text);
      if (known !== undefined) return known;
      const remedy = { zh: `请改为 ${list.zh} 之一。`, en: `Write one of ${list.en}.` };
      if (scalar === undefined) reportType(place, source, expected, remedy);
      else {
        source.report(
          offsetOf(place),
          "unknown-word",
          {
            zh: `应为${expected.zh}，这里是 \`${text}\`。`,
            en: `Expected ${expected.en}; here is \`${text}\`.`,
          },
          suggestion(text, words, remedy),
        );
      }
      return undefined;
    },
    schema: () => ({ enum: words }),
  };
}

/** A number that must be exactly this, such as a format's version. */
export function exactly(value: number): Shape<number> {
  const expected = { zh: ` ${value}`, en: `${value}` };
  return {
    expected,
    read: (place, source) => {
      if (scalarOf(place)?.value === value) return value;
      reportType(place, source, expected, {
        zh: `本程序只认识格式版本 ${value}。`,
        en: `This program knows version ${value} of the format only.`,
      });
      return undefined;
    },
    schema: () => ({ const: value }),
  };
}
