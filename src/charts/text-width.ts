/** East Asian wide characters and full-width punctuation: one em each. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
const NARROW = /[ijl|!'.,:;()[\]{}ftrI\u00a0 ]/;
const BROAD = /[mwMW%@&—]/;
const CAPITAL = /[A-Z]/;

function emWidth(character: string): number {
  if (WIDE.test(character) || character.length > 1) return 1;
  if (NARROW.test(character)) return 0.36;
  if (BROAD.test(character)) return 0.95;
  return CAPITAL.test(character) ? 0.72 : 0.61;
}

/**
 * Estimate the width of a text in pixels at a font size, without a font at hand: the same for every
 * reader, and rather too wide than too narrow for common sans-serif faces.
 */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += emWidth(character);
  return ems * size;
}

/** Pieces that must not be broken: words with the spaces behind them (no-break spaces are not spaces here), and single wide characters with their closing punctuation. */
function pieces(text: string): string[] {
  return (
    text.match(
      /[“‘《〈（【「]*[\u2e80-\u2fff\u3040-\ua4cf\uac00-\ud7a3\uf900-\ufaff][，。、；：！？”’》〉）】」]*(?:\u00a0[^ \n\u2e80-\u2fff\u3040-\ua4cf\uac00-\ud7a3\uf900-\ufaff]+)?|[^ \n\u2e80-\u2fff\u3040-\ua4cf\uac00-\ud7a3\uf900-\ufaff]+[ \n]*|[ \n]+/gu,
    ) ?? []
  );
}

/** Break a text into lines of at most `width` pixels; a single word that is wider stands alone. */
export function wrapText(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text)) {
    if (line !== "" && textWidth((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines;
}
