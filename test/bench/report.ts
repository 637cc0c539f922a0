import type { Backend } from "../../src/core/kernel/backend.ts";
import { EXPERT, engineName, IDIOMATIC, MATHJS } from "./contenders.ts";
import { goals } from "./goals.ts";
import type { Measured, SizeMeasured } from "./measure.ts";
import type { BrowserMeasured } from "./measure-browser.ts";
import { median, medianRatio } from "./statistics-of-rounds.ts";

/** Everything that a benchmark has found. */
export interface Findings {
  /** How it was asked for. */
  readonly command: string;
  readonly date: string;
  readonly cores: number;
  readonly rounds: number;
  readonly draws: number;
  readonly shippedDraws: number;
  readonly mathjsDraws: number;
  /** Columns that are described, of the plan-sized model. */
  readonly columns: number;
  /** In Node, peers among them. */
  readonly planSized: readonly Measured[];
  readonly shipped: readonly Measured[];
  readonly shippedName: string;
  readonly planSizedName: string;
  /** Probabilities of peers that were compared with ours. */
  readonly comparisons: number;
  readonly sizes: readonly SizeMeasured[];
  readonly sizesName: string;
  readonly browser: BrowserMeasured;
}

const whole = (value: number): string =>
  Math.round(value).toLocaleString("en").replaceAll(",", "\u00a0");
const short = (value: number): string =>
  value >= 100 ? whole(value) : value.toPrecision(value >= 1 ? 3 : 2);
const times = (ratio: number): string => (Number.isNaN(ratio) ? "" : `${short(ratio)} ×`);
const MISSING = "–";

/** Findings as Markdown. */
export function report(findings: Findings): string {
  return [
    ...conditions(findings),
    "",
    ...runsTable(findings),
    "",
    ...gains(findings),
    "",
    ...sizesTable(findings),
    "",
    ...browserTable(findings),
    "",
    ...goals(findings),
    "",
    ...caveats(findings),
  ].join("\n");
}

function conditions({
  command,
  date,
  cores,
  rounds,
  draws,
  shippedDraws,
  planSized,
  browser,
}: Findings): string[] {
  const versions = [...new Set(planSized.flatMap(({ made }) => made.split(", ")))];
  return [
    `Measured on ${date} on ${cores} cores by \`${command}\`: ${versions.join(", ")}, ${browser.made}.`,
    `${whole(draws)} draws (${whole(shippedDraws)} of the shipped plan) with all statistics; medians of ${rounds} rounds, ratios taken within a round.`,
  ];
}

function runsTable(findings: Findings): string[] {
  const { planSized, shipped, shippedName, planSizedName, browser } = findings;
  const find = (name: string) => planSized.find((each) => each.name === name)?.perDraw ?? [];
  const base = [find(MATHJS), find(IDIOMATIC), find(EXPERT)];
  const row = (where: string, each: Measured, peers: readonly (readonly number[])[]) =>
    [
      "",
      where,
      each.name,
      whole(median(each.perDraw)),
      ...peers.map((peer) =>
        peer.length === 0 ? MISSING : times(medianRatio(peer, each.perDraw)),
      ),
      Number.isNaN(each.peakMiB) ? MISSING : whole(each.peakMiB),
      "",
    ]
      .join(" | ")
      .trim();
  const none = [[], [], []];
  const inBrowser = (plan: string) => browser.runs.get(plan) ?? [];
  return [
    "| where | what | ns per draw | × mathjs | × NumPy idiomatic | × NumPy expert | peak memory, MiB |",
    "|---|---|---:|---:|---:|---:|---:|",
    `| **${planSizedName}** | | | | | | |`,
    ...planSized.map((each) => row(each.made.split(" ")[0] ?? "", each, base)),
    ...inBrowser(planSizedName).map((each) => row("Chromium", each, none)),
    `| **${shippedName}** | | | | | | |`,
    ...shipped.map((each) => row("Node", each, none)),
    ...inBrowser(shippedName).map((each) => row("Chromium", each, none)),
  ];
}

/** What workers and WebAssembly gain, where: ratios that the table does not show. */
function gains({ planSized, shipped, planSizedName, shippedName, browser }: Findings): string[] {
  const lines: readonly (readonly [string, readonly Measured[]])[] = [
    [`${planSizedName}, Node`, planSized],
    [`${planSizedName}, Chromium`, browser.runs.get(planSizedName) ?? []],
    [`${shippedName}, Node`, shipped],
    [`${shippedName}, Chromium`, browser.runs.get(shippedName) ?? []],
  ];
  return [
    "| gain | 2 workers over 1, TypeScript | 2 workers over 1, WebAssembly | WebAssembly over TypeScript, 1 worker |",
    "|---|---:|---:|---:|",
    ...lines.map(([where, measured]) => {
      const find = (backend: Backend, workers: number) =>
        measured.find(({ name }) => name === engineName(backend, workers))?.perDraw ?? [];
      const cells = [
        medianRatio(find("interpreter", 1), find("interpreter", 2)),
        medianRatio(find("wasm", 1), find("wasm", 2)),
        medianRatio(find("interpreter", 1), find("wasm", 1)),
      ];
      return `| ${where} | ${cells.map(times).join(" | ")} |`;
    }),
  ];
}

function sizesTable({ sizes, sizesName, planSizedName }: Findings): string[] {
  return [
    `${planSizedName}, ${sizesName}, by the number of draws:`,
    "",
    "| draws | ns per draw | seconds | peak memory, MiB |",
    "|---:|---:|---:|---:|",
    ...sizes.map(({ draws, perDraw, peakMiB }) => {
      const cost = median(perDraw);
      return `| ${whole(draws)} | ${whole(cost)} | ${short((cost * draws) / 1e9)} | ${whole(peakMiB)} |`;
    }),
  ];
}

function browserTable({ browser }: Findings): string[] {
  const rows = browser.slides.flatMap(({ plan, how, firstMoves, toResult, toFrame }) => [
    [plan, how, "another input moves → odds from 10 240 draws", firstMoves] as const,
    [plan, how, "an input moves on → odds from 10 240 draws", toResult] as const,
    [plan, how, "an input moves on → those odds painted", toFrame] as const,
  ]);
  const p95 = (values: readonly number[]) =>
    [...values].sort((a, b) => a - b)[Math.ceil(0.95 * values.length) - 1] ?? Number.NaN;
  return [
    "| in Chromium | how | what | median, ms | 95 %, ms |",
    "|---|---|---|---:|---:|",
    ...rows.map(
      ([plan, how, what, ms]) =>
        `| ${plan} | ${how} | ${what} | ${short(median(ms))} | ${short(p95(ms))} |`,
    ),
    `| the app | as built | first visit → odds on screen | ${short(median(browser.firstOdds))} | ${short(p95(browser.firstOdds))} |`,
  ];
}

function caveats({ planSized, mathjsDraws, draws, columns, comparisons }: Findings): string[] {
  const parts = planSized.find(({ name }) => name === IDIOMATIC)?.last.parts ?? {};
  const total = Object.values(parts).reduce((sum, ms) => sum + ms, 0);
  const share = Math.round((100 * (parts["sample"] ?? 0)) / total);
  return [
    "In which ways this is not like for like:",
    "",
    `- All report probabilities of 25 targets, of all together and of each number of hits, and mean, standard deviation, seven quantiles and a histogram of ${columns} columns; rank correlations are left out on all sides. Their probabilities were compared in this run: ${comparisons} pairs, all within 4.5 standard errors.`,
    "- Our engine, and the expert's NumPy, take quantiles from 2 048 fine bins; idiomatic NumPy and mathjs sort or partition the values themselves.",
    "- Our draws can be repeated and computed in any order, with own elementary functions; the others draw fast generators in sequence, and mathjs draws from `Math.random`. Ours are scrambled Sobol points, the default, where the row does not say otherwise; that as many of them give smaller errors than independent draws is not counted here.",
    `- mathjs ran ${whole(mathjsDraws)} draws, not ${whole(draws)}; its cost per draw hardly depends on it. It was given tables of quantile functions, since it has none.`,
    `- ${share} % of the idiomatic version's time goes into sampling, most of it into SciPy's quantile functions of 9 inputs that are neither normal nor lognormal; with normal inputs only it would be that much faster.`,
    "- “One thread” computes and merges in one thread. With workers, the main thread merges while they compute. NumPy, its linear algebra included, has one thread.",
    "- All are warm: processes, tables and compiled code are there before the clock starts. Peak memory is that of the whole process; the browser's is not measured.",
    "- Memory does not grow with draws: hits are counted in all of them and kept one by one of the first 1 048 576, one bit per target and draw, from which conditional probabilities and those of any chosen set are counted.",
    "- A slider's move is made by a page that is built for this benchmark, through the app's own simulation; the app's own screen draws more than one line. Eight inputs are moved, spread over the model; “moves on” leaves out the first three moves of each, since what an input has no influence on is drawn once and kept. The shipped plan runs to 2025 and has many times the instructions of the other.",
  ];
}
