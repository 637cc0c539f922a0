import { type Code, flatten, unsigned } from "./code.ts";
import { i32 } from "./instructions.ts";

/** Numbers of a module's functions, in memory from an address on. */
export interface NumberPool {
  /** Where 64 bits stand. Throws when the pool is full. */
  addressOf(bits: bigint): number;
  /** The data segment that puts them there when the module is started. */
  segment(): Code;
}

/** Start a pool for at most so many numbers. */
export function createNumberPool(address: number, capacity: number): NumberPool {
  const places = new Map<bigint, number>();
  return {
    addressOf(bits) {
      const place = places.get(bits) ?? places.size;
      if (place >= capacity) throw new RangeError(`There is room for ${capacity} numbers only.`);
      places.set(bits, place);
      return address + 8 * place;
    },
    segment() {
      const bytes = flatten(Array.from(places.keys(), bytesOf));
      return [0x00, i32.const(address), 0x0b, unsigned(bytes.length), bytes];
    },
  };
}

const view = new DataView(new ArrayBuffer(8));

/** The bits of a double. */
export function bitsOf(value: number): bigint {
  view.setFloat64(0, value);
  return view.getBigUint64(0);
}

function bytesOf(bits: bigint): Code {
  return Array.from({ length: 8 }, (_, byte) => Number((bits >> BigInt(8 * byte)) & 0xffn));
}
