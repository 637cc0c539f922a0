import { parse } from "yaml";
import type { Text } from "../text.ts";

/** A key at the start of a line and the indented lines that belong to it. */
const TITLE = /^title:.*(?:\r?\n(?:[ \t].*)?)*/m;

/**
 * The title of a plan file, without reading the rest of it, which takes a hundred times as long;
 * undefined where it is not in both languages. For lists only: `readPlan` says what is wrong with a file.
 */
export function readTitle(text: string): Text | undefined {
  const found = TITLE.exec(text)?.[0];
  if (found === undefined) return undefined;
  try {
    const { title } = parse(found) as { readonly title?: Partial<Record<"zh" | "en", unknown>> };
    const { zh, en } = title ?? {};
    return typeof zh === "string" && typeof en === "string" ? { zh, en } : undefined;
  } catch {
    return undefined;
  }
}
