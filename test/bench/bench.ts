import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectFolder } from "../../src/cli/project.ts";
import { compile } from "../../src/core/model/compile.ts";
import { ensureDebianCommand } from "../support/debian-packages.ts";
import { readPlanFolder } from "../support/read-plan-folder.ts";
import { print, tell } from "../support/terminal.ts";
import { type Effort, engineContenders, engineName, peerContenders } from "./contenders.ts";
import { measureRounds, measureSizes, requireAgreement } from "./measure.ts";
import { measureBrowser } from "./measure-browser.ts";
import { report } from "./report.ts";

/**
 * Measures our engine beside what others write, prints a Markdown report, and puts it into README.md.
 * Options: --quick (small, not kept), --huge (100 million draws too), --no-readme.
 */
const options = process.argv.slice(2);
const unknown = options.filter((each) => !["--quick", "--huge", "--no-readme"].includes(each));
if (unknown.length > 0) throw new Error(`Unknown options: ${unknown.join(", ")}`);
const isQuick = options.includes("--quick");

const FULL: Effort = {
  rounds: 5,
  draws: 1_000_000,
  shippedDraws: 200_000,
  mathjsDraws: 20_000,
  sizes: [100_000, 1_000_000, 10_000_000, ...(options.includes("--huge") ? [100_000_000] : [])],
};
const QUICK: Effort = {
  rounds: 3,
  draws: 100_000,
  shippedDraws: 20_000,
  mathjsDraws: 2_000,
  sizes: [100_000, 1_000_000],
};
const effort = isQuick ? QUICK : FULL;

const PYTHON = "/usr/bin/python3";
ensureDebianCommand(
  PYTHON,
  ["python3", "python3-numpy", "python3-scipy", "python3-yaml"],
  ["-c", "import numpy, scipy.stats, yaml"],
);

const tools = dirname(fileURLToPath(import.meta.url));
const project = projectFolder(tools);
const planSized = join(project, "test", "bench", "plan-sized.yaml");
const shipped = join(project, "models", "jiaxing-2021", "plan.yaml");
const planSizedName = "A plan-sized model";
const shippedName = "Jiaxing's plan for 2021";

tell(planSizedName);
const ours = engineContenders(tools, planSized, effort.draws, [0, 1, 2]);
const others = peerContenders(tools, project, PYTHON, planSized, effort);
const first = await measureRounds([...ours, ...others], effort.rounds);
const comparisons = requireAgreement(
  first.filter((_, index) => index === 0 || index >= ours.length),
);

tell(shippedName);
const second = await measureRounds(
  engineContenders(tools, shipped, effort.shippedDraws, [0, 1, 2]),
  effort.rounds,
);
const last = ours.find(({ name }) => name === engineName("wasm", 2));
if (last === undefined) throw new Error("There is no backend.");
const sizes = await measureSizes(last, effort.sizes, effort.rounds);

const browser = await measureBrowser(
  project,
  [
    { name: planSizedName, text: readFileSync(planSized, "utf8"), draws: effort.draws },
    {
      name: shippedName,
      draws: effort.shippedDraws,
      text: readFileSync(shipped, "utf8"),
      history: readFileSync(join(dirname(shipped), "history.csv"), "utf8"),
    },
  ],
  effort,
);

const text = report({
  command: ["npm run bench", ...(options.length > 0 ? ["--", ...options] : [])].join(" "),
  date: new Date().toISOString().slice(0, 10),
  cores: availableParallelism(),
  rounds: effort.rounds,
  draws: effort.draws,
  shippedDraws: effort.shippedDraws,
  mathjsDraws: effort.mathjsDraws,
  columns: compile(readPlanFolder(planSized)).columns.length,
  planSized: first,
  planSizedName,
  shipped: second,
  shippedName,
  comparisons,
  sizes,
  sizesName: last.name,
  browser,
});
print(text);
if (!isQuick && !options.includes("--no-readme")) keep(text);
process.exit();

/** Put the report between the markers of README.md. */
function keep(text: string): void {
  const file = join(project, "README.md");
  const readme = readFileSync(file, "utf8");
  const [start, end] = ["<!-- bench:start -->", "<!-- bench:end -->"];
  const [from, to] = [readme.indexOf(start), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no ${start} … ${end}.`);
  writeFileSync(file, `${readme.slice(0, from + start.length)}\n${text}\n${readme.slice(to)}`);
  tell("Written into README.md.");
}
