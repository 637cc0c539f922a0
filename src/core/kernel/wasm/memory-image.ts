import type { WasmRuntime } from "./wasm-runtime.ts";

type Numbers = Float64Array | Int32Array | Uint32Array;

/** A kernel's part of the shared memory: what stands where, so that it can be written again. */
export interface MemoryImage {
  /** Set memory aside, without content; gives its address, a multiple of 16. */
  allocate(bytes: number): number;
  /** Set memory aside for numbers, which must not change; gives their address. */
  place(numbers: Numbers): number;
  /** Put such numbers at an address before the image's. */
  placeAt(address: number, numbers: Numbers): void;
  /** Have the content in memory: written now, unless no other kernel has been at work since. */
  enter(): ArrayBuffer;
}

/** Start an image at an address, a multiple of 16. */
export function createMemoryImage(runtime: WasmRuntime, start: number): MemoryImage {
  const placed: { readonly address: number; readonly numbers: Numbers }[] = [];
  let end = start;
  let written = 0;
  const image: MemoryImage = {
    allocate(bytes) {
      const address = end;
      end += Math.ceil(bytes / 16) * 16;
      return address;
    },
    place(numbers) {
      const address = image.allocate(numbers.byteLength);
      image.placeAt(address, numbers);
      return address;
    },
    placeAt(address, numbers) {
      placed.push({ address, numbers });
    },
    enter() {
      runtime.reserve(end);
      const buffer = runtime.memory();
      if (runtime.occupant !== image) written = 0;
      runtime.occupant = image;
      for (const { address, numbers } of placed.slice(written)) write(buffer, address, numbers);
      written = placed.length;
      return buffer;
    },
  };
  return image;
}

function write(buffer: ArrayBuffer, address: number, numbers: Numbers): void {
  new Uint8Array(buffer, address, numbers.byteLength).set(
    new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength),
  );
}
