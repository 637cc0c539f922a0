import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import type { HtmlTagDescriptor, Plugin, Rolldown } from "vite";
import { readHistoryTable } from "./src/core/language/read-history-table.ts";
import { readPlan } from "./src/core/language/read-plan.ts";
import { readScenario } from "./src/core/language/read-scenario.ts";
import { compile } from "./src/core/model/compile.ts";
import { packInstructions } from "./src/core/model/packed-instructions.ts";
import type { Program } from "./src/core/model/program.ts";
import type { Plan, ReadPlan, SourceFile } from "./src/state/plan.ts";
import { readPlanFile } from "./src/state/read-plan-file.ts";

const PROGRAM = "?program";
const PLAN_FILE = /^(.*\/models\/([^/]+)\/plan\.yaml)(\?read|\?program)$/;
const APP = "/src/main.tsx";

/**
 * Reads shipped plans when the app is built: `import(".../plan.yaml?read")` gives a `ReadPlan` and
 * `import(".../plan.yaml?program")` its program, so that the first odds wait neither for the reader and the compiler
 * nor for their work. A plan with problems gives `undefined`: the app reads it itself and shows them. The page asks
 * for its own code and for the plan that it opens with, the latest, from the beginning.
 */
export function readPlans(): Plugin {
  return {
    name: "read-plans",
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle }) => linksAhead(Object.values(bundle ?? {})),
    },
    async load(id) {
      const [, file, , query] = PLAN_FILE.exec(id) ?? [];
      if (file === undefined) return undefined;
      const plan = await readShipped(file, (path) => this.addWatchFile(path));
      if (plan === undefined) return "export default undefined;";
      const { definition, later, hash, scenarios, scenarioIssues } = plan;
      if (query === PROGRAM) return programSource(compile(definition, "targets"));
      const ahead: ReadPlan = { definition, later, hash, scenarios, scenarioIssues };
      return [
        `import program from ${JSON.stringify(`${file}${PROGRAM}`)};`,
        `export default { ...${sourceOf(ahead)}, program };`,
      ].join("\n");
    },
  };
}

/** A plan with its table and its scenarios; `undefined` where it has problems. */
async function readShipped(plan: string, watch: (path: string) => void): Promise<Plan | undefined> {
  const key = basename(dirname(plan));
  const root = join(dirname(plan), "..", "..");
  const fileAt = (path: string): SourceFile => {
    watch(path);
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
  const reader = { readPlan, readScenario, readHistoryTable };
  const state = await readPlanFile(reader, key, files, async () => scenarios);
  return state.kind === "ready" ? state.plan : undefined;
}

/** Links that load the app's own code and the latest plan, as read. */
function linksAhead(built: readonly Rolldown.OutputBundle[string][]): HtmlTagDescriptor[] {
  const chunks = built.filter((file) => file.type === "chunk");
  const planOf = ({ facadeModuleId }: Rolldown.OutputChunk) =>
    PLAN_FILE.exec(facadeModuleId ?? "")?.[2];
  const latest = chunks
    .flatMap((chunk) => planOf(chunk) ?? [])
    .sort()
    .at(-1);
  const app = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(APP)));
  const ofPlan = chunks.filter((chunk) => latest !== undefined && planOf(chunk) === latest);
  const files = [app, ...ofPlan].flatMap((chunk) =>
    chunk === undefined ? [] : [chunk.fileName, ...chunk.imports],
  );
  const styles = [...(app?.viteMetadata?.importedCss ?? [])];
  return [
    ...styles.map((file) => linkTo("stylesheet", file)),
    ...[...new Set(files)].map((file) => linkTo("modulepreload", file)),
  ];
}

const linkTo = (rel: string, file: string): HtmlTagDescriptor => ({
  tag: "link",
  attrs: { rel, crossorigin: true, href: `./${file}` },
  injectTo: "head",
});

/** A program as a module. */
function programSource({ instructions, ...rest }: Program): string {
  const packed = sourceOf(packInstructions(instructions));
  return [
    `import { unpackInstructions } from "/src/core/model/packed-instructions.ts";`,
    `export default {...${sourceOf(rest)},instructions:unpackInstructions(${packed})};`,
  ].join("\n");
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
