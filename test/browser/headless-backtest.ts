import { afterAll, beforeAll } from "vitest";
import { buildCommandLine, type CommandLine } from "../support/built-command-line.ts";

/** The parts of a headless backtest's report that tests compare the screen with. */
export interface HeadlessBacktest {
  readonly quantities: readonly unknown[];
  readonly targets: readonly unknown[];
  readonly scores: {
    readonly coverage: readonly { readonly cases: number; readonly covered: number }[];
    readonly crps: { readonly noChange?: { readonly model: number } };
  };
}

/** Builds the command line for the tests of a file; gives a function that backtests a plan with it. */
export function headlessBacktest(): (plan: string) => Promise<HeadlessBacktest> {
  let planodds: CommandLine;
  beforeAll(async () => {
    planodds = await buildCommandLine();
  });
  afterAll(() => planodds.remove());
  return async (plan) => {
    const ended = await planodds.run(["backtest", plan]);
    if (ended.code !== 0) throw new Error(ended.stderr);
    return JSON.parse(ended.stdout) as HeadlessBacktest;
  };
}
