/** No line break inside a number. */
const NO_BREAK_SPACE = "\u00a0";

/**
 * Write the figures of an English text as the rest of the screen does, for reading: `8 %` as `8%`, and no
 * line break between the thousands of `160 000`. Texts without such figures come back as they are.
 */
export function closeFigures(text: string): string {
  return text.replace(/(\d) %/g, "$1%").replace(/(\d) (?=\d{3}(?!\d))/g, `$1${NO_BREAK_SPACE}`);
}
