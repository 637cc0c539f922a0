/** The UTF-8 bytes of a text; a surrogate without its partner becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  // A UTF-16 unit takes at most 3 bytes, a pair of surrogates 4.
  const bytes = new Uint8Array(3 * text.length);
  let end = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) ?? 0;
    if (point > 0xffff) i++;
    end = writeCodePoint(bytes, end, point >= 0xd800 && point <= 0xdfff ? 0xfffd : point);
  }
  return bytes.slice(0, end);
}

/** Write a code point from `at` on and return where the next one goes. */
function writeCodePoint(bytes: Uint8Array, at: number, point: number): number {
  if (point < 0x80) {
    bytes[at] = point;
    return at + 1;
  }
  const tails = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
  const mark = [0xc0, 0xe0, 0xf0][tails - 1] ?? 0;
  bytes[at] = mark | (point >>> (6 * tails));
  for (let k = 1; k <= tails; k++) bytes[at + k] = 0x80 | ((point >>> (6 * (tails - k))) & 0x3f);
  return at + tails + 1;
}
