import { exp, log, pow } from "../../sampling/math.ts";
import { normalScoreTable } from "../../sampling/normal-score.ts";
import { type ColumnLibrary, columnLibraryModule } from "./column-library.ts";
import { SCORE_ROWS_AT } from "./memory-map.ts";
import { type WebAssemblyApi, webAssembly } from "./web-assembly.ts";

/**
 * What the kernels of a thread share: one memory and the library's functions on it. Kernels run one at
 * a time; before it runs, a kernel writes its numbers into the memory, unless they are there still.
 */
export interface WasmRuntime {
  readonly library: ColumnLibrary;
  /** The memory as it is now; another buffer after each `reserve`. */
  readonly memory: () => ArrayBuffer;
  /** Make the memory at least so many bytes long. */
  reserve(bytes: number): void;
  /** Which kernel's numbers the memory holds. */
  occupant: object | undefined;
  /** The functions of a module on this memory. */
  load(bytes: Uint8Array<ArrayBuffer>): Readonly<Record<string, () => void>>;
}

const PAGE = 65_536;

const runtimes = new WeakMap<WebAssemblyApi, WasmRuntime | "unusable">();

/** The runtime of this thread, or `undefined` where there is no WebAssembly with SIMD, or it is forbidden. */
export function wasmRuntime(): WasmRuntime | undefined {
  const api = webAssembly();
  if (api === undefined) return undefined;
  let runtime = runtimes.get(api);
  if (runtime === undefined) {
    runtime = startRuntime(api);
    runtimes.set(api, runtime);
  }
  return runtime === "unusable" ? undefined : runtime;
}

function startRuntime(api: WebAssemblyApi): WasmRuntime | "unusable" {
  const bytes = columnLibraryModule();
  if (!api.validate(bytes)) return "unusable";
  try {
    return createRuntime(api, bytes);
  } catch {
    // A content security policy may forbid it.
    return "unusable";
  }
}

function createRuntime(api: WebAssemblyApi, libraryBytes: Uint8Array<ArrayBuffer>): WasmRuntime {
  const memory = new api.Memory({ initial: 16 });
  const host = { memory, exp, log, pow };
  const load = (bytes: Uint8Array<ArrayBuffer>) =>
    new api.Instance(new api.Module(bytes), { host }).exports;
  const library = load(libraryBytes) as unknown as ColumnLibrary;
  const table = normalScoreTable();
  new Float64Array(memory.buffer, SCORE_ROWS_AT, table.length).set(table);
  return {
    library,
    memory: () => memory.buffer,
    reserve(length) {
      const missing = length - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    },
    occupant: undefined,
    load: (bytes) => load(bytes) as Readonly<Record<string, () => void>>,
  };
}
