import { join } from "node:path";
import { BACKENDS, type Backend } from "../../src/core/kernel/backend.ts";
import type { Contender } from "./peer-process.ts";

/** How much to measure. */
export interface Effort {
  /** Counted rounds; one more comes first, to warm up. */
  readonly rounds: number;
  /** Draws of a run of the plan-sized model. */
  readonly draws: number;
  /** Draws of a run of the shipped plan, whose draws cost many times as much. */
  readonly shippedDraws: number;
  /** Draws of a run of mathjs, which is scaled. */
  readonly mathjsDraws: number;
  /** Numbers of draws at which the cost per draw is compared. */
  readonly sizes: readonly number[];
}

const NAMES: Readonly<Record<Backend, string>> = {
  interpreter: "TypeScript",
  wasm: "WebAssembly",
};

/**
 * Our engine in Node on a plan: both backends, in one thread (0) and with so many workers, by the default
 * method; and the faster one in one thread by independent draws, as the others have them.
 */
export function engineContenders(
  tools: string,
  plan: string,
  draws: number,
  workers: readonly number[],
): readonly Contender[] {
  const contender = (backend: Backend, count: number, ...method: readonly string[]) => ({
    name: [engineName(backend, count), ...method.map(() => "independent draws")].join(", "),
    command: process.execPath,
    args: [join(tools, "engine-process.js"), plan, backend, String(count), ...method],
    draws,
  });
  return [
    ...BACKENDS.flatMap((backend) => workers.map((count) => contender(backend, count))),
    contender("wasm", 0, "monte-carlo"),
  ];
}

/** What others would write. */
export function peerContenders(
  tools: string,
  project: string,
  python: string,
  plan: string,
  { draws, mathjsDraws }: Effort,
): readonly Contender[] {
  const script = (name: string) => join(project, "test", "bench", "python", name);
  return [
    {
      name: MATHJS,
      command: process.execPath,
      args: [join(tools, "mathjs-process.js"), plan],
      draws: mathjsDraws,
    },
    { name: IDIOMATIC, command: python, args: [script("numpy_idiomatic.py"), plan], draws },
    { name: EXPERT, command: python, args: [script("numpy_expert.py"), plan], draws },
  ];
}

export const MATHJS = "mathjs per draw";
export const IDIOMATIC = "NumPy and SciPy, idiomatic";
export const EXPERT = "NumPy, by an expert";

/** What our engine is called in tables; 0 workers is everything in one thread. */
export function engineName(backend: Backend, workers: number): string {
  const threads = workers === 0 ? "one thread" : workers === 1 ? "1 worker" : `${workers} workers`;
  return `Planodds, ${NAMES[backend]}, ${threads}`;
}
