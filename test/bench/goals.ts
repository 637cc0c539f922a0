import { EXPERT, engineName, IDIOMATIC, MATHJS } from "./contenders.ts";
import type { Findings } from "./report.ts";
import { median, medianRatio } from "./statistics-of-rounds.ts";

interface Goal {
  readonly what: string;
  readonly wanted: string;
  readonly reached: string;
  readonly isMet: boolean;
}

/** What the engine is meant to reach, and what it reached in this run, as Markdown. */
export function goals(findings: Findings): string[] {
  const rows = [...ratioGoals(findings), ...browserGoals(findings), sizeGoal(findings)];
  return [
    "| meant to reach | at least or at most | reached in this run | |",
    "|---|---:|---:|---|",
    ...rows.map(
      ({ what, wanted, reached, isMet }) =>
        `| ${what} | ${wanted} | ${reached} | ${isMet ? "met" : "**missed**"} |`,
    ),
  ];
}

function ratioGoals({ planSized, planSizedName }: Findings): Goal[] {
  const costs = (name: string) => planSized.find((each) => each.name === name)?.perDraw ?? [];
  const goal = (what: string, slow: string, fast: string, least: number): Goal => {
    const ratio = medianRatio(costs(slow), costs(fast));
    return {
      what: `${planSizedName}: ${what}`,
      wanted: `${least} ×`,
      reached: `${ratio.toPrecision(3)} ×`,
      isMet: ratio >= least,
    };
  };
  const thread = engineName("wasm", 0);
  return [
    goal("one thread over NumPy idiomatic", IDIOMATIC, thread, 20),
    goal("one thread over NumPy by an expert", EXPERT, thread, 4),
    goal("one thread over mathjs", MATHJS, thread, 150),
    goal("TypeScript over NumPy idiomatic", IDIOMATIC, engineName("interpreter", 0), 5),
    goal("2 workers over 1", engineName("wasm", 1), engineName("wasm", 2), 1.7),
  ];
}

function browserGoals({ browser }: Findings): Goal[] {
  const atMost = (what: string, ms: readonly number[], most: number): Goal => ({
    what,
    wanted: `${most} ms`,
    reached: `${Math.round(median(ms))} ms`,
    isMet: median(ms) <= most,
  });
  return [
    ...browser.slides
      .filter(({ how }) => how === engineName("wasm", 2))
      .map(({ plan, toResult }) =>
        atMost(`${plan}: an input moves on → odds from 10 240 draws`, toResult, 10),
      ),
    atMost("the app: first visit → odds on screen", browser.firstOdds, 1000),
  ];
}

function sizeGoal({ sizes, planSizedName }: Findings): Goal {
  const costs = sizes.map(({ perDraw }) => median(perDraw));
  const [least, most] = [Math.min(...costs), Math.max(...costs)];
  return {
    what: `${planSizedName}: dearest over cheapest draw, ${sizes.map(({ draws }) => draws.toLocaleString("en").replaceAll(",", "\u00a0")).join(" to ")} draws`,
    wanted: "1.25 ×",
    reached: `${(most / least).toPrecision(3)} ×`,
    isMet: most / least <= 1.25,
  };
}
