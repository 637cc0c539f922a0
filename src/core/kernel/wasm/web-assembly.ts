/** The part of the WebAssembly API that the backend uses; `src/core` knows no library of a browser. */
export interface WebAssemblyApi {
  readonly validate: (bytes: Uint8Array<ArrayBuffer>) => boolean;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
  readonly Memory: new (size: { readonly initial: number }) => WebAssemblyMemory;
}

/** Memory that modules share. */
export interface WebAssemblyMemory {
  /** Another one after each `grow`. */
  readonly buffer: ArrayBuffer;
  /** Add pages of 64 KiB; throws where there is no more memory. */
  grow(pages: number): number;
}

/** WebAssembly, where this engine has it. */
export function webAssembly(): WebAssemblyApi | undefined {
  return (globalThis as { readonly WebAssembly?: WebAssemblyApi }).WebAssembly;
}
