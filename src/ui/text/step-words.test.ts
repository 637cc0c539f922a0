import { expect, it } from "vitest";
import { buildDefinition, normal } from "../../../test/support/build-definition.ts";
import { stepWords } from "./step-words.ts";

const definition = buildDefinition({ inputs: { a: normal(0, 1), b: normal(0, 1) } });
const edit = (subject: string) => ({ kind: "edit", subject }) as const;

it("names what a step changed", () => {
  expect(stepWords(edit("a"), definition, "en")).toBe("change a");
  expect(stepWords(edit("a ~ b"), definition, "en")).toBe("change the correlation of a and b");
  expect(stepWords(edit("copula "), definition, "zh")).toBe("修改联结方式");
  const title = { zh: "甲", en: "A" };
  expect(stepWords({ kind: "remove", title }, definition, "zh")).toBe("删除“甲”");
});
