import { Scalar } from "yaml";

const HEX_LENGTHS: ReadonlyMap<string, number> = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);

/** Length of an escape in a double-quoted text, the backslash included. */
const escapeLength = (source: string, at: number): number =>
  2 + (HEX_LENGTHS.get(source[at + 1] ?? "") ?? 0);

/** Whether an escape stands for white space, or joins two lines. */
function isSpaceEscape(source: string, at: number): boolean {
  const letter = source[at + 1] ?? "";
  if (!HEX_LENGTHS.has(letter)) return /[\stnrvf_LP]/.test(letter);
  const code = Number.parseInt(source.slice(at + 2, at + escapeLength(source, at)), 16);
  return code <= 0x10ffff && /\s/.test(String.fromCodePoint(code));
}

/** Where the content starts: behind the opening quote, or in the line below a block header. */
function contentStart(scalar: Scalar, source: string, start: number): number {
  switch (scalar.type) {
    case Scalar.QUOTE_DOUBLE:
    case Scalar.QUOTE_SINGLE:
      return start + 1;
    case Scalar.BLOCK_FOLDED:
    case Scalar.BLOCK_LITERAL: {
      const lineEnd = source.indexOf("\n", start);
      return lineEnd < 0 ? start : lineEnd + 1;
    }
    default:
      return start;
  }
}

/** Length in the source of one character of the content that starts at `at`. */
function sourceLength(scalar: Scalar, source: string, at: number): number {
  if (scalar.type === Scalar.QUOTE_SINGLE && source.startsWith("''", at)) return 2;
  if (scalar.type === Scalar.QUOTE_DOUBLE && source[at] === "\\") return escapeLength(source, at);
  return 1;
}

const isSpace = (character: string | undefined): boolean =>
  character !== undefined && /\s/.test(character);

/**
 * The offset in the file of a character of a scalar's text. Folding changes only white space, so
 * the n-th character that is not white space is the same in both.
 */
export function placeInScalar(
  scalar: Scalar,
  text: string,
  offset: number,
  source: string,
): number {
  const start = scalar.range?.[0] ?? 0;
  const end = scalar.range?.[1] ?? start;
  let at = contentStart(scalar, source, start);
  const escaped = scalar.type === Scalar.QUOTE_DOUBLE;
  const skipSpace = (): void => {
    while (at < end) {
      if (isSpace(source[at])) at++;
      else if (escaped && source[at] === "\\" && isSpaceEscape(source, at)) {
        at += escapeLength(source, at);
      } else return;
    }
  };
  for (let i = 0; i < Math.min(offset, text.length); i++) {
    if (isSpace(text[i])) continue;
    skipSpace();
    at += sourceLength(scalar, source, at);
  }
  if (offset < text.length) skipSpace();
  return Math.min(at, end);
}
