import type { SourceFile } from "./plan.ts";
import type { TextStore } from "./preferences.ts";

const KEY = "planodds.own-plan";

/** The user's own plan file, as kept from the last visit. */
export function keptPlan(store: TextStore): SourceFile | undefined {
  try {
    const kept: unknown = JSON.parse(store.get(KEY) ?? "");
    if (typeof kept !== "object" || kept === null) return undefined;
    const { file, text } = kept as Partial<Record<"file" | "text", unknown>>;
    return typeof file === "string" && typeof text === "string" ? { file, text } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the user's own plan file for the next visit, or forgets it. */
export function keepPlan(store: TextStore, file: SourceFile | undefined): void {
  store.set(KEY, file === undefined ? "" : JSON.stringify(file));
}
