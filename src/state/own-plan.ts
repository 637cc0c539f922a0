import type { PlanFiles, SourceFile } from "./plan.ts";
import type { TextStore } from "./preferences.ts";

const KEY = "planodds.own-plan";

function fileOf(kept: unknown): SourceFile | undefined {
  if (typeof kept !== "object" || kept === null) return undefined;
  const { file, text } = kept as Partial<Record<"file" | "text", unknown>>;
  return typeof file === "string" && typeof text === "string" ? { file, text } : undefined;
}

/** The user's own plan files, as kept from the last visit. */
export function keptPlan(store: TextStore): PlanFiles | undefined {
  try {
    const kept: unknown = JSON.parse(store.get(KEY) ?? "");
    const plan = fileOf(kept);
    if (plan === undefined) return undefined;
    const { history, backtest } = kept as Partial<Record<"history" | "backtest", unknown>>;
    return together(plan, fileOf(history), fileOf(backtest));
  } catch {
    return undefined;
  }
}

/** Keeps the user's own plan files for the next visit, or forgets them. */
export function keepPlan(store: TextStore, files: PlanFiles | undefined): void {
  const kept = files && { ...files.plan, history: files.history, backtest: files.backtest };
  store.set(KEY, kept === undefined ? "" : JSON.stringify(kept));
}

const together = (
  plan: SourceFile,
  history: SourceFile | undefined,
  backtest: SourceFile | undefined,
): PlanFiles => ({
  plan,
  ...(history === undefined ? {} : { history }),
  ...(backtest === undefined ? {} : { backtest }),
});

const isTable = ({ file }: SourceFile): boolean => /\.csv$/i.test(file);
const isBacktest = ({ text }: SourceFile): boolean => /^planodds_backtest:/m.test(text);

/** The plan among files that the user opens together. */
export function planAmong(files: readonly SourceFile[]): SourceFile | undefined {
  return files.find((file) => !isTable(file) && !isBacktest(file));
}

/**
 * What files that the user opens together mean: a plan, with its table of past figures and its backtest where
 * those are among them. Without a plan they go with the one on screen; undefined where there is none.
 */
export function planFilesOf(
  files: readonly SourceFile[],
  onScreen: SourceFile | undefined,
): PlanFiles | undefined {
  const plan = planAmong(files) ?? onScreen;
  if (plan === undefined || files.length === 0) return undefined;
  return together(plan, files.find(isTable), files.find(isBacktest));
}
