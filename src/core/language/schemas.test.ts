import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { isValid } from "../../../test/support/json-schema.ts";
import { backtestSchema } from "./backtest-shape.ts";
import { checksSchema } from "./checks-shape.ts";
import { planSchema } from "./plan-shape.ts";
import { scenarioSchema } from "./scenario-shape.ts";

const at = (path: string): string => new URL(`../../../models/${path}`, import.meta.url).pathname;
const readme = readFileSync(at("README.md"), "utf8");
const example = (key: string): unknown =>
  parse(new RegExp(`^\`\`\`yaml\n(${key}: 1.*?)^\`\`\``, "ms").exec(readme)?.[1] ?? "");

const SCHEMAS = [
  { name: "plan", schema: planSchema(), key: "planodds" },
  { name: "scenario", schema: scenarioSchema(), key: "planodds_scenario" },
  { name: "checks", schema: checksSchema(), key: "planodds_checks" },
  { name: "backtest", schema: backtestSchema(), key: "planodds_backtest" },
];

describe.each(SCHEMAS)("the schema of $name files", ({ name, schema, key }) => {
  it("is committed as it is (write it anew with `npx vitest run schemas -u`)", async () => {
    const text = `${JSON.stringify(schema, undefined, 2)}\n`;
    await expect(text).toMatchFileSnapshot(at(`${name}.schema.json`));
  });

  it("accepts the documented example", () => {
    expect(isValid(example(key), schema)).toBe(true);
  });

  it("refuses an unknown key and a missing one", () => {
    const good = example(key) as Readonly<Record<string, unknown>>;
    expect(isValid({ ...good, colour: "red" }, schema)).toBe(false);
    const { [key]: _version, ...rest } = good;
    expect(isValid(rest, schema)).toBe(false);
  });
});

describe("the schema of plan files", () => {
  const plan = example("planodds") as { targets: Record<string, unknown>[] };
  const withTarget = (changes: Record<string, unknown>): unknown => {
    const [first, ...others] = plan.targets;
    return { ...plan, targets: [{ ...first, ...changes }, ...others] };
  };

  it("knows which keys go with a relation", () => {
    expect(isValid(withTarget({ relation: "at_least" }), planSchema())).toBe(true);
    expect(isValid(withTarget({ relation: "at_least", tolerance: 1 }), planSchema())).toBe(false);
    expect(isValid(withTarget({ relation: "between" }), planSchema())).toBe(false);
    expect(isValid(withTarget({ relation: "nearly" }), planSchema())).toBe(false);
  });
});

describe("the schema of scenario files", () => {
  const scenario = example("planodds_scenario") as { changes: Record<string, unknown>[] };
  const why = { zh: "试", en: "test" };
  const withChange = (change: object): unknown => ({ ...scenario, changes: [{ ...change, why }] });

  it("wants exactly one subject and one move", () => {
    expect(isValid(withChange({ input: "a", shift: 1 }), scenarioSchema())).toBe(true);
    expect(isValid(withChange({ input: "a" }), scenarioSchema())).toBe(false);
    expect(isValid(withChange({ input: "a", shift: 1, fix: 2 }), scenarioSchema())).toBe(false);
    expect(isValid(withChange({ input: "a", target: "b", shift: 1 }), scenarioSchema())).toBe(
      false,
    );
    expect(isValid(withChange({ target: "b", shift: 1 }), scenarioSchema())).toBe(false);
  });
});
