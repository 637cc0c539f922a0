/**
 * WebAssembly code as a tree of bytes: an expression is the code of its operands followed by its own
 * opcode, so that functions which build code nest like the expressions themselves. Format and opcodes:
 * WebAssembly Core Specification 2.0, chapter 5 (binary format).
 */
export type Code = readonly (number | Code)[];

/** A whole number ≥ 0 in LEB128. */
export function unsigned(value: number): Code {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
  return bytes;
}

/** A whole number of 64 bits in LEB128. */
export function signed(value: bigint): Code {
  const bytes: number[] = [];
  let rest = value;
  while (rest < -64n || rest > 63n) {
    bytes.push(Number(rest & 0x7fn) + 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest & 0x7fn));
  return bytes;
}

/** The eight bytes of a double. */
export function float64(value: number): Code {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value, true);
  return Array.from({ length: 8 }, (_, index) => view.getUint8(index));
}

/** A text in ASCII, with its length. */
export function text(value: string): Code {
  return [unsigned(value.length), Array.from(value, (letter) => letter.charCodeAt(0))];
}

/** Items with their number. */
export function vector(items: readonly Code[]): Code {
  return [unsigned(items.length), items];
}

/** All bytes of the tree, in order. */
export function flatten(code: Code): number[] {
  const bytes: number[] = [];
  append(code, bytes);
  return bytes;
}

function append(code: Code, bytes: number[]): void {
  for (const part of code) {
    if (typeof part === "number") bytes.push(part);
    else append(part, bytes);
  }
}
