import type { SourceFile } from "../../state/plan.ts";

/** Reads a file as UTF-8 text, without a byte order mark. */
export async function readTextFile(file: File): Promise<SourceFile> {
  const bytes = await file.arrayBuffer();
  return { file: file.name, text: new TextDecoder().decode(bytes) };
}
