import { dayOf } from "../core/backtest/backtest.ts";
import type { OriginCases } from "../core/backtest/backtest-case.ts";
import type { BacktestResult } from "../core/backtest/backtest-result.ts";
import { prepareOrigin } from "../core/backtest/origin.ts";
import { leaveOutOrigin, scoreOrigin } from "../core/backtest/score-origin.ts";
import { summariseBacktest } from "../core/backtest/summarise-backtest.ts";
import type { PreparedBacktest } from "../core/language/prepare-backtest.ts";
import { compile } from "../core/model/compile.ts";
import type { Runner, RunOptions, RunOutcome } from "./runner.ts";

/** Draws of each origin: their sampling error is far below what a few cases leave open. */
export const BACKTEST_DRAWS = 16_384;

/** What to test a model on; the result depends on nothing else. */
export interface BacktestRequest extends PreparedBacktest {
  /** For each origin. */
  readonly draws: number;
  readonly seed: number;
}

/** How a backtest ended. */
export type BacktestOutcome =
  | { readonly kind: "done"; readonly result: BacktestResult }
  | Exclude<RunOutcome, { readonly kind: "done" }>;

/** Foretell each origin's year on what was known then and score it; `onProgress` gets draws of all origins. */
export async function runBacktest(
  runner: Runner,
  { backtest, observations, rewind, draws, seed }: BacktestRequest,
  { signal, onProgress }: RunOptions = {},
): Promise<BacktestOutcome> {
  const origins: OriginCases[] = [];
  const unreadable: BacktestResult["unreadable"][number][] = [];
  for (const [index, year] of backtest.origins.entries()) {
    const day = dayOf(backtest, year);
    const rewound = rewind(year, day);
    if (!rewound.ok) {
      unreadable.push({ year, issues: rewound.issues });
      origins.push(leaveOutOrigin(year, backtest, observations));
      continue;
    }
    const origin = prepareOrigin(rewound.value, backtest, year, day);
    const program = compile(origin.definition);
    const outcome = await runner.run(
      { program, draws, seed },
      {
        ...(signal === undefined ? {} : { signal }),
        onProgress: (done) => onProgress?.(index * draws + done),
      },
    );
    if (outcome.kind !== "done") return outcome;
    const run = { program, tally: outcome.tally };
    origins.push(scoreOrigin(origin, run, backtest, observations));
  }
  const summary = summariseBacktest(origins);
  return { kind: "done", result: { backtest, draws, seed, origins, unreadable, summary } };
}
