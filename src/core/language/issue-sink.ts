import type { Issue } from "../outcome.ts";
import type { Text } from "../text.ts";

/** Collects the issues of one file while it is read. */
export interface IssueSink {
  /** `offset` is 0-based in the file's text. */
  report(offset: number, code: string, message: Text, remedy: Text): void;
}

interface Position {
  readonly line: number;
  readonly col: number;
}

/**
 * A sink whose issues come out by line and column, each only once. In a line that is not valid YAML
 * only that is reported, once, as the rest would follow from it.
 */
export function createIssueSink(file: string, positionAt: (offset: number) => Position) {
  const issues = new Map<string, Issue>();
  const brokenLines = new Set<number>();
  const add = (offset: number, code: string, message: Text, remedy: Text): number => {
    const position = positionAt(offset);
    const [line, column] = [Math.max(1, position.line), Math.max(1, position.col)];
    const key = `${line}:${column}:${code}:${message.en}`;
    if (!issues.has(key) && !brokenLines.has(line)) {
      issues.set(key, { code, file, line, column, message, remedy });
    }
    return line;
  };
  return {
    report(offset: number, code: string, message: Text, remedy: Text): void {
      add(offset, code, message, remedy);
    },
    /** To be called before any other report: the text is not valid YAML here. */
    reportSyntax(offset: number, message: Text, remedy: Text): void {
      brokenLines.add(add(offset, "yaml-syntax", message, remedy));
    },
    issues: (): readonly Issue[] =>
      [...issues.values()].sort((a, b) => a.line - b.line || a.column - b.column),
  };
}
