import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import type { HtmlTagDescriptor, Plugin, Rolldown } from "vite";
import { readHistoryTable } from "./src/core/language/read-history-table.ts";
import { readPlan } from "./src/core/language/read-plan.ts";
import { readScenario } from "./src/core/language/read-scenario.ts";
import { compile } from "./src/core/model/compile.ts";
import { packInstructions } from "./src/core/model/packed-instructions.ts";
import type { Program } from "./src/core/model/program.ts";
import type { ReadPlan, SourceFile } from "./src/state/plan.ts";
import { readPlanFile } from "./src/state/read-plan-file.ts";

const QUERY = "?read";
/** The files of a plan that the page opens with. */
const PLAN_FILE = /\/models\/([^/]+)\/(?:plan\.yaml\?(?:read|raw)|history\.csv\?raw)$/;

/**
 * Reads shipped plans when the app is built: `import(".../plan.yaml?read")` gives a `ReadPlan`, so that the first
 * odds wait neither for the reader and the compiler nor for their work. A plan with problems gives `undefined`: the app reads it itself
 * and shows them. The page asks for the plan that it opens with, the latest, beside its own code.
 */
export function readPlans(): Plugin {
  return {
    name: "read-plans",
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle }) => preloadsOf(Object.values(bundle ?? {})),
    },
    async load(id) {
      if (!id.endsWith(`plan.yaml${QUERY}`)) return undefined;
      const plan = id.slice(0, -QUERY.length);
      const key = basename(dirname(plan));
      const root = join(dirname(plan), "..", "..");
      const fileAt = (path: string): SourceFile => {
        this.addWatchFile(path);
        return { file: relative(root, path), text: readFileSync(path, "utf8") };
      };
      const history = join(dirname(plan), "history.csv");
      const folder = join(root, "scenarios", key);
      const files = {
        plan: fileAt(plan),
        history: existsSync(history) ? fileAt(history) : undefined,
      };
      const scenarios = existsSync(folder)
        ? readdirSync(folder)
            .filter((name) => name.endsWith(".yaml"))
            .sort()
            .map((name) => fileAt(join(folder, name)))
        : [];
      const state = await readPlanFile(
        { readPlan, readScenario, readHistoryTable },
        key,
        files,
        async () => scenarios,
      );
      if (state.kind !== "ready") return "export default undefined;";
      const { definition, later, hash, scenarios: read, scenarioIssues } = state.plan;
      const ahead: ReadPlan = { definition, later, hash, scenarios: read, scenarioIssues };
      const program = compile(definition, "targets");
      return [
        `import { unpackInstructions } from "/src/core/model/packed-instructions.ts";`,
        `export default { ...${sourceOf(ahead)}, program: ${programSource(program)} };`,
      ].join("\n");
    },
  };
}

/** Links that load the latest plan, as read and as written. */
function preloadsOf(built: readonly Rolldown.OutputBundle[string][]): HtmlTagDescriptor[] {
  const files = built.flatMap((file) => {
    if (file.type !== "chunk") return [];
    const [, key] = PLAN_FILE.exec(file.facadeModuleId ?? "") ?? [];
    return key === undefined ? [] : [{ key, href: `./${file.fileName}` }];
  });
  const latest = files
    .map(({ key }) => key)
    .sort()
    .at(-1);
  return files
    .filter(({ key }) => key === latest)
    .map(({ href }) => ({
      tag: "link",
      attrs: { rel: "modulepreload", crossorigin: true, href },
      injectTo: "head",
    }));
}

/** A program as JavaScript. */
function programSource({ instructions, ...rest }: Program): string {
  const packed = sourceOf(packInstructions(instructions));
  return `{...${sourceOf(rest)},instructions:unpackInstructions(${packed})}`;
}

/** Plain data as JavaScript: JSON, and the numbers and arrays that it lacks. */
function sourceOf(value: unknown): string {
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "undefined";
  if (value instanceof Float64Array) return `Float64Array.of(${[...value].map(sourceOf).join()})`;
  if (Array.isArray(value)) return `[${value.map(sourceOf).join(",")}]`;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${sourceOf(field)}`).join(",")}}`;
}
