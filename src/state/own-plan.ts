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
    const history = fileOf((kept as { readonly history?: unknown }).history);
    return history === undefined ? { plan } : { plan, history };
  } catch {
    return undefined;
  }
}

/** Keeps the user's own plan files for the next visit, or forgets them. */
export function keepPlan(store: TextStore, files: PlanFiles | undefined): void {
  const kept = files && { ...files.plan, history: files.history };
  store.set(KEY, kept === undefined ? "" : JSON.stringify(kept));
}

const isTable = ({ file }: SourceFile): boolean => /\.csv$/i.test(file);

/**
 * What files that the user opens together mean: a plan, with its table of past figures where that is among
 * them. A table alone goes with the plan on screen; undefined where there is neither.
 */
export function planFilesOf(
  files: readonly SourceFile[],
  onScreen: SourceFile | undefined,
): PlanFiles | undefined {
  const plan = files.find((file) => !isTable(file)) ?? onScreen;
  const history = files.find(isTable);
  if (plan === undefined || files.length === 0) return undefined;
  return history === undefined ? { plan } : { plan, history };
}
