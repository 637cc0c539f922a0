import type { Outcome } from "../outcome.ts";
import type { Shape, ShapeSource } from "./shape.ts";
import { openYaml } from "./yaml-document.ts";

/**
 * Reads a file by its shape, then makes something of it; both report their issues. Where the text
 * stops being YAML, only what stands before is looked at, and nothing is made of it.
 */
export function readShape<F, T>(
  text: string,
  file: string,
  shape: Shape<F>,
  build: (file: F, source: ShapeSource) => T | undefined,
): Outcome<T> {
  const yaml = openYaml(text, file);
  const { brokenAt } = yaml;
  const source: ShapeSource =
    brokenAt === undefined
      ? yaml
      : {
          source: text,
          report: (offset, code, message, remedy) => {
            if (offset < brokenAt && code !== "missing-key")
              yaml.report(offset, code, message, remedy);
          },
        };
  const read = shape.read({ node: yaml.root, anchor: 0 }, source);
  const value = read === undefined || brokenAt !== undefined ? undefined : build(read, source);
  const issues = yaml.issues();
  if (issues.length > 0) return { ok: false, issues };
  if (value === undefined) throw new Error(`${file} was refused without an issue.`);
  return { ok: true, value };
}
