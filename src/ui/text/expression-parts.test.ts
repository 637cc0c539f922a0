import { describe, expect, it } from "vitest";
import { binary, call, name, number, unary } from "../../../test/support/build-definition.ts";
import type { Expression } from "../../core/model/expression.ts";
import { expressionParts, plainNumber } from "./expression-parts.ts";

const written = (expression: Expression) =>
  expressionParts(expression, "en")
    .map((part) => (part.kind === "sign" ? part.text : part.name))
    .join("");

describe("expressionParts", () => {
  const [a, b, c] = [name("a"), name("b"), name("c")];
  it.each<[Expression, string]>([
    [binary(a, "-", binary(b, "-", c)), "a − (b − c)"],
    [binary(binary(a, "-", b), "-", c), "a − b − c"],
    [binary(a, "*", binary(b, "+", c)), "a × (b + c)"],
    [binary(a, "/", binary(b, "*", c)), "a ÷ (b × c)"],
    [binary(binary(a, "^", b), "^", c), "(a^b)^c"],
    [unary("-", binary(a, "+", b)), "−(a + b)"],
    [binary(a, "*", binary(number(1), "+", call("fraction", b))), "a × (1 + b ÷ 100)"],
    [binary(a, "/", call("fraction", b)), "a ÷ (b ÷ 100)"],
    [call("percent", binary(a, "/", b)), "100 × (a ÷ b)"],
    [call("max", a, number(-0.5)), "max(a, −0.5)"],
    [binary(a, "<=", number(12345)), "a ≤ 12,345"],
  ])("writes %#", (expression, text) => {
    expect(written(expression)).toBe(text);
  });
});

describe("plainNumber", () => {
  it("writes what was written, with a real minus", () => {
    expect(plainNumber(0.0375)).toBe("0.0375");
    expect(plainNumber(-3)).toBe("−3");
    expect(plainNumber(1e-9)).toBe("1e−9");
  });
});
