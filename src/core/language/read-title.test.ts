import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { readTitle } from "./read-title.ts";

describe("readTitle", () => {
  it("reads the title in both of YAML's forms, wherever it stands", () => {
    const title = { zh: "港口", en: "Harbour: a plan" };
    expect(readTitle('planodds: 1\ntitle: { zh: 港口, en: "Harbour: a plan" }\nid: a')).toEqual(
      title,
    );
    expect(readTitle('id: a\ntitle:\n  zh: 港口\n\n  en: "Harbour: a plan"\nsummary: x')).toEqual(
      title,
    );
  });

  it("is nothing for a file without a title in both languages", () => {
    expect(readTitle("id: a")).toBeUndefined();
    expect(readTitle("title: {zh: 港口}")).toBeUndefined();
    expect(readTitle("title: {zh: 港口")).toBeUndefined();
    expect(readTitle("title: plain")).toBeUndefined();
  });

  test.each(readdirSync("models").filter((name) => name.startsWith("jiaxing")))(
    "of %s",
    (model) => {
      expect(readTitle(readFileSync(`models/${model}/plan.yaml`, "utf8"))?.zh).toMatch(
        /^嘉兴市\d{4}年/,
      );
    },
  );
});
