import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import type { Plugin } from "vite";
import { readHistoryTable } from "./src/core/language/read-history-table.ts";
import { readPlan } from "./src/core/language/read-plan.ts";
import { readScenario } from "./src/core/language/read-scenario.ts";
import type { ReadPlan, SourceFile } from "./src/state/plan.ts";
import { readPlanFile } from "./src/state/read-plan-file.ts";

const QUERY = "?read";

/**
 * Reads shipped plans when the app is built: `import(".../plan.yaml?read")` gives a `ReadPlan`, so that the first
 * odds wait neither for the reader nor for its work. A plan with problems gives `undefined`: the app reads it itself
 * and shows them.
 */
export function readPlans(): Plugin {
  return {
    name: "read-plans",
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
      return `export default ${sourceOf(ahead)};`;
    },
  };
}

/** Plain data as JavaScript: JSON, and the numbers that it lacks. */
function sourceOf(value: unknown): string {
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "undefined";
  if (Array.isArray(value)) return `[${value.map(sourceOf).join(",")}]`;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${sourceOf(field)}`).join(",")}}`;
}
