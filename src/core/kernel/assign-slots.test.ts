import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryExpression } from "../../../test/support/arbitrary-expression.ts";
import { binary, buildDefinition, name, normal } from "../../../test/support/build-definition.ts";
import { compile } from "../model/compile.ts";
import { assignSlots } from "./assign-slots.ts";

const inputs = { x: normal(0, 1), y: normal(0, 1) };

describe("assignSlots", () => {
  it("never gives a slot away while its register is still needed", () => {
    fc.assert(
      fc.property(arbitraryExpression(["x", "y"]), (equation) => {
        const program = compile(buildDefinition({ inputs, indicators: { z: { equation } } }));
        const { slots, slotCount } = assignSlots(program);
        const holder = new Array<number>(slotCount).fill(-1);
        const write = (register: number) => {
          holder[slots[register]!] = register;
        };
        for (const { register } of [...program.constants, ...program.inputs]) write(register);
        for (const { target, a, b, c } of program.instructions) {
          for (const operand of [a, b, c]) expect(holder[slots[operand]!]).toBe(operand);
          write(target);
        }
        // The next block begins with the same constants, which are written only once.
        for (const { register } of program.constants)
          expect(holder[slots[register]!]).toBe(register);
      }),
    );
  });

  it("needs no more columns for a longer chain", () => {
    const slotsOf = (links: number): number => {
      const chain = Array.from({ length: links }, () => name("y")).reduce<ReturnType<typeof name>>(
        (sum, link, index) => binary(sum, index % 2 ? "*" : "+", link),
        name("x"),
      );
      const program = compile(buildDefinition({ inputs, indicators: { z: { equation: chain } } }));
      return assignSlots(program).slotCount;
    };
    expect(slotsOf(50)).toBe(slotsOf(5));
  });
});
