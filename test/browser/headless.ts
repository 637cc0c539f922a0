import { afterAll, beforeAll } from "vitest";
import { buildCommandLine, type CommandLine } from "../support/built-command-line.ts";

/** The parts of a headless run's report that tests compare the screen with. */
export interface HeadlessReport {
  readonly targets: readonly (HeadlessEstimate & {
    readonly id: string;
    readonly stretch?: HeadlessEstimate;
    readonly pace?: {
      readonly rows: readonly {
        readonly year: number;
        readonly needed: { readonly p50: number };
      }[];
    };
  })[];
  readonly joint: readonly (HeadlessEstimate & { readonly set: "all" | "binding" | "expected" })[];
  /** Probability of exactly k hits, k = 0..targets. */
  readonly hitCount: readonly number[];
}

export interface HeadlessEstimate {
  readonly probability: number;
  readonly standardError: number;
  readonly interval95: readonly [number, number];
}

/** Builds the command line for the tests of a file; gives a function that runs a plan with it. */
export function headless(): (...args: readonly string[]) => Promise<HeadlessReport> {
  let planodds: CommandLine;
  beforeAll(async () => {
    planodds = await buildCommandLine();
  });
  afterAll(() => planodds.remove());
  return async (...args) => {
    const ended = await planodds.run(["run", ...args]);
    if (ended.code !== 0) throw new Error(ended.stderr);
    return JSON.parse(ended.stdout) as HeadlessReport;
  };
}

/**
 * The probabilities that a text on the screen can stand for: `62%` for 0.615 to 0.625, `0.4%` for
 * 0.0035 to 0.0045, `<1%` for less than 0.005, `>99.9%` for more than 0.9995.
 * Throws where the text is no probability.
 */
export function shownRange(text: string): readonly [number, number] {
  const match = /^([<>]?)(\d+)(?:\.(\d+))?%$/.exec(text);
  if (match === null) throw new Error(`Not a probability: ${text}`);
  const [, sign, whole, decimals = ""] = match;
  const half = 10 ** -decimals.length / 200;
  const value = Number(`${whole}.${decimals}`) / 100;
  if (sign === "<") return [0, value - half];
  if (sign === ">") return [value + half, 1];
  return [value - half, value + half];
}

/** Whether a probability is shown as this text, up to the rounding of halves. */
export function isShownAs(probability: number, text: string): boolean {
  const [low, high] = shownRange(text);
  return probability >= low - 1e-9 && probability <= high + 1e-9;
}
