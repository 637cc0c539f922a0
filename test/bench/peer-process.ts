import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** One thing to be measured, in a process of its own that waits for its turn. */
export interface Contender {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Draws of a run. */
  readonly draws: number;
}

/** What a process answers to a request to run; it is idle between requests. */
export interface PeerRun {
  /** Wall time of the run. */
  readonly ms: number;
  /** Of the parts of the run, where it tells. */
  readonly parts?: Readonly<Record<string, number>>;
  /** In the order of the plan's targets. */
  readonly probabilities: readonly number[];
  /** Of all together. */
  readonly joint: number;
  /** Largest memory of the process so far. */
  readonly peakMiB: number;
}

/** A running contender. */
export interface PeerProcess {
  /** What it runs on, with versions. */
  readonly made: string;
  run(draws: number): Promise<PeerRun>;
  close(): void;
}

/**
 * Start a contender: a program that prints a line of JSON with `made` when it is ready, and then answers
 * each line `{"draws": n}` with a line that is a {@link PeerRun}. Numerical libraries get one thread.
 */
export async function startPeer({ name, command, args }: Contender): Promise<PeerProcess> {
  const one = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };
  const child: ChildProcess = spawn(command, args, {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...one, PYTHONDONTWRITEBYTECODE: "1" },
  });
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error(`${name} cannot be talked to.`);
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  const read = async (): Promise<unknown> => {
    const line = await lines.next();
    if (line.done === true) throw new Error(`${name} has ended before it answered.`);
    return JSON.parse(line.value);
  };
  const { made } = (await read()) as { readonly made: string };
  return {
    made,
    run: (draws) => {
      stdin.write(`${JSON.stringify({ draws })}\n`);
      return read() as Promise<PeerRun>;
    },
    close: () => stdin.end(),
  };
}
