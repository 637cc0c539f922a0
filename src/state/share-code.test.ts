import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeShareCode, encodeShareCode } from "./share-code.ts";

it("gives any text back, in characters that an address takes as they are", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 2000 }), async (text) => {
      const code = await encodeShareCode(text);
      expect(code).toMatch(/^[\w-]*$/);
      expect(await decodeShareCode(code)).toBe(text);
    }),
  );
});

it("is refused where a character is missing, or another stands in its place", async () => {
  const text = "planodds_scenario: 1\ntitle: { zh: 外需下滑, en: Weaker demand abroad }\n".repeat(
    3,
  );
  const code = await encodeShareCode(text);
  await fc.assert(
    fc.asyncProperty(
      // The last character may hold bits that stand for nothing.
      fc.integer({ min: 0, max: code.length - 2 }),
      fc.constantFrom("", "A", "_", "!"),
      async (at, other) => {
        fc.pre(code[at] !== other);
        const damaged = code.slice(0, at) + other + code.slice(at + 1);
        expect(await decodeShareCode(damaged)).toBeUndefined();
        expect(await decodeShareCode(code.slice(0, at))).toBeUndefined();
      },
    ),
  );
});

it("does not unpack more than a scenario can be", async () => {
  const bomb = await encodeShareCode("a".repeat(3_000_000));
  expect(bomb.length).toBeLessThan(10_000);
  expect(await decodeShareCode(bomb)).toBeUndefined();
});
