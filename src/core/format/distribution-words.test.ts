import { expect, it } from "vitest";
import { distributionWords } from "./distribution-words.ts";

it("tells family, median and 80 % range", () => {
  // R: qnorm(c(.1, .5, .9), 5, 4) is −0.126, 5, 10.126.
  const normal = { kind: "normal", mean: 5, sd: 4 } as const;
  expect(distributionWords(normal, "% yoy real", "zh")).toBe(
    "正态分布，中位数 5%，80%区间 0% 至 10%",
  );
  // R: qt(c(.1, .9), 4) is ∓1.533.
  const student = { kind: "student_t", df: 4, location: 1, scale: 1 } as const;
  expect(distributionWords(student, "1", "en")).toBe(
    "Student's t (4 degrees of freedom), median 1.0, 80% range −0.5 to 2.5",
  );
  const limited = { kind: "truncated", base: student, low: 0, high: Infinity } as const;
  expect(distributionWords(limited, "1", "zh")).toMatch(/^t 分布（自由度 4）（有上下限），/);
});

it("tells events by their probability, moved ones too", () => {
  const event = { kind: "bernoulli", probability: 0.1 } as const;
  expect(distributionWords(event, "1", "zh")).toBe("10% 的机会为 1，90% 的机会为 0");
  expect(
    distributionWords({ kind: "affine", base: event, shift: 3, scale: 2 }, "% yoy", "en"),
  ).toBe("5% with probability 10%, 3% with 90%");
});

it("tells fixed values, and what is not known yet", () => {
  expect(distributionWords({ kind: "constant", value: 0.35 }, "1", "en")).toBe("fixed at 0.35");
  expect(distributionWords({ kind: "constant", value: Number.NaN }, "1", "zh")).toBe(
    "当时尚不可知",
  );
});
