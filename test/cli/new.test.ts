import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { buildCommandLine, type CommandLine, PROJECT } from "../support/built-command-line.ts";

// Each test starts several processes.
vi.setConfig({ testTimeout: 60_000 });

const TABLE = `id,label,wording,relation,value,unit,note
gdp_growth,地区生产总值,增长8%左右,about,8,% yoy real,可比价
trade_share,出口占全国份额,保持稳定,stable,,% of national total,
energy,单位产值能耗,按省下达目标安排,as_assigned,,% yoy,
jobs,新增就业,16万人,at_least,16,10 thousand persons,
`;

let planodds: CommandLine;
let parent: string;
let folder: string;
beforeAll(async () => {
  planodds = await buildCommandLine();
  parent = join(PROJECT, ".cache", "tests");
}, 60_000);
afterAll(() => planodds.remove());
beforeEach(() => {
  mkdirSync(parent, { recursive: true });
  folder = mkdtempSync(join(parent, "new-"));
  return () => rmSync(folder, { recursive: true });
});

const run = (...args: readonly string[]) => planodds.run(args, { cwd: folder });
const write = (name: string, text: string | Uint8Array) => writeFileSync(join(folder, name), text);
const read = (...path: readonly string[]) => readFileSync(join(folder, ...path), "utf8");

describe("new", () => {
  test("writes a model that check accepts and run runs", async () => {
    write("targets.csv", TABLE);
    const made = await run("new", "river", "--targets", "targets.csv", "--date", "2021-02-26");
    expect(made.stderr).toBe("");
    expect(made.code).toBe(0);
    for (const file of [
      "models/river/plan.yaml",
      "models/river/history.csv",
      "models/river/checks.yaml",
      "scenarios/river/baseline.yaml",
    ]) {
      expect(made.stdout).toContain(file);
    }
    const checked = await run("check", "models/river");
    expect([checked.stderr, checked.code]).toEqual(["", 0]);
    expect(checked.stdout).toContain("river: 4 targets, 1 scenarios; of 1 checks 1 hold");
    const ran = await run("run", "models/river", "--scenario", "baseline", "--draws", "2000");
    expect([ran.stderr, ran.code]).toEqual(["", 0]);
    const report = JSON.parse(ran.stdout);
    expect(report.targets.map(({ id }: { id: string }) => id)).toEqual([
      "gdp_growth",
      "trade_share",
      "energy",
      "jobs",
    ]);
  });

  test("never writes over a file, and then writes none", async () => {
    mkdirSync(join(folder, "scenarios", "river"), { recursive: true });
    write("scenarios/river/baseline.yaml", "mine");
    const ended = await run("new", "river");
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain("scenarios/river/baseline.yaml is there already");
    expect(read("scenarios", "river", "baseline.yaml")).toBe("mine");
    expect(() => read("models", "river", "plan.yaml")).toThrow("ENOENT");
  });

  test("reports every mistake of the table with its line, and writes nothing", async () => {
    write("targets.csv", TABLE.replace("about", "abuot").replace(",16,", ",16万,"));
    const ended = await run("new", "river", "--targets", "targets.csv");
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain("targets.csv:2:26: Expected one of");
    expect(ended.stderr).toContain("Did you mean `about`?");
    expect(ended.stderr).toContain("targets.csv:5:25: Expected a number; here is `16万`.");
    expect(() => read("models", "river", "plan.yaml")).toThrow("ENOENT");
  });

  test("tells a table in another encoding", async () => {
    // 地 in GBK
    write("targets.csv", Uint8Array.of(...Buffer.from("id,label\na,"), 0xb5, 0xd8));
    const ended = await run("new", "river", "--targets", "targets.csv", "--language", "zh");
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain("文件不是 UTF-8 编码");
  });

  test("prints a template that it takes back", async () => {
    const template = await run("new", "--template");
    expect(template.code).toBe(0);
    expect(template.stdout.startsWith("\ufeffid,label,")).toBe(true);
    write("mine.csv", template.stdout);
    const own = await run("new", "own", "--targets", "mine.csv", "--year", "2021");
    expect(own.code).toBe(0);
    const plain = await run("new", "plain", "--year", "2021", "--title", "own");
    expect(plain.code).toBe(0);
    expect(read("models", "plain", "plan.yaml").replaceAll("plain", "own")).toBe(
      read("models", "own", "plan.yaml"),
    );
    expect(read("models", "own", "plan.yaml")).toContain("date: 2021-01-01");
  });

  test.each([
    [["new"], "missing-name"],
    [["new", "河畔"], "bad-name"],
    [["new", "a", "b"], "extra-argument"],
    [["new", "a", "--date", "2021-02-30"], "bad-date"],
    [["new", "a", "--year", "21"], "bad-number"],
    [["new", "a", "--targets", "none.csv"], "unknown-file"],
    [["new", "a", "--draws", "9"], "unknown-option"],
  ])("refuses %j", async (args, code) => {
    const ended = await run(...args);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(`(${code})`);
  });
});
