import { BACKENDS } from "../../src/core/kernel/backend.ts";
import { tell } from "../support/terminal.ts";
import { openBrowserBench } from "./browser-bench.ts";
import { type Effort, engineName } from "./contenders.ts";
import type { Measured } from "./measure.ts";
import type { PageModel, SliderMoves } from "./page/page-bench.ts";

/** A plan's files, and what it is called in the table. */
export interface PlanText extends PageModel {
  readonly name: string;
  /** Draws of a run. */
  readonly draws: number;
}

/** What was measured in Chromium; times in milliseconds. */
export interface BrowserMeasured {
  readonly made: string;
  /** By plan. */
  readonly runs: ReadonlyMap<string, readonly Measured[]>;
  readonly slides: readonly (SliderMoves & { readonly plan: string; readonly how: string })[];
  readonly firstOdds: readonly number[];
}

const WORKERS = [1, 2];
const SLIDERS = { inputs: 8, moves: 9, warmUp: 3 };

/** Measure full runs, moves of a slider and first visits, in rounds as everywhere. */
export async function measureBrowser(
  project: string,
  plans: readonly PlanText[],
  { rounds }: Effort,
): Promise<BrowserMeasured> {
  const bench = await openBrowserBench(project);
  const cases = BACKENDS.flatMap((backend) => WORKERS.map((workers) => ({ backend, workers })));
  const nameOf = ({ backend, workers }: (typeof cases)[number]) => engineName(backend, workers);
  const runs = new Map<string, Measured[]>();
  for (const plan of plans) {
    const times = cases.map((): number[] => []);
    const last = cases.map(() => ({ ms: 0, probabilities: [] as readonly number[], joint: 0 }));
    for (let round = 0; round <= rounds; round++) {
      tell(`Chromium, ${plan.name}: ${round === 0 ? "warming up" : `round ${round}`}`);
      for (const [index, { backend, workers }] of cases.entries()) {
        const run = await bench.page.run(plan, backend, workers, plan.draws);
        last[index] = run;
        if (round > 0) times[index]?.push((1e6 * run.ms) / plan.draws);
      }
    }
    runs.set(
      plan.name,
      cases.map((each, index) => ({
        name: nameOf(each),
        made: bench.made,
        draws: plan.draws,
        perDraw: times[index] ?? [],
        peakMiB: Number.NaN,
        last: { ...last[index]!, peakMiB: Number.NaN },
      })),
    );
  }
  const slides: BrowserMeasured["slides"][number][] = [];
  for (const plan of plans) {
    for (const each of cases) {
      if (each.workers === 1) continue;
      tell(`Chromium, ${plan.name}: slider, ${nameOf(each)}`);
      const moves = await bench.page.slide(plan, each.backend, each.workers, SLIDERS);
      slides.push({ ...moves, plan: plan.name, how: nameOf(each) });
    }
  }
  const firstOdds: number[] = [];
  tell("Chromium: first visits");
  for (let round = 0; round <= rounds; round++) {
    const ms = await bench.firstOddsMs();
    if (round > 0) firstOdds.push(ms);
  }
  await bench.close();
  return { made: bench.made, runs, slides, firstOdds };
}
