import { expect, it } from "vitest";
import { evidenceSentence } from "./evidence-words.ts";

const none = { estimated: 0, cited: 0, judgement: 0 };

it("gives the share of each kind, uncertain and fixed apart", () => {
  const uncertain = { estimated: 3, cited: 2, judgement: 5 };
  const fixed = { estimated: 0, cited: 1, judgement: 1 };
  expect(evidenceSentence({ uncertain, fixed })).toEqual({
    zh: "10 项不确定的假设：估计 30%，引用 20%，判断 50%；2 个固定参数：引用 50%，判断 50%",
    en: "10 uncertain assumptions: 30% estimated, 20% cited, 50% judgement; 2 fixed parameters: 50% cited, 50% judgement",
  });
});

it("rounds to percents that make a hundred", () => {
  // 22.4, 2.4 and 75.2 %: of two equal remainders the larger share rounds up, by hand.
  const uncertain = { estimated: 28, cited: 3, judgement: 94 };
  expect(evidenceSentence({ uncertain, fixed: none })?.en).toBe(
    "125 uncertain assumptions: 23% estimated, 2% cited, 75% judgement",
  );
});

it("says nothing of what there is none of", () => {
  expect(evidenceSentence({ uncertain: none, fixed: { ...none, cited: 1 } })?.en).toBe(
    "1 fixed parameter: 100% cited",
  );
  expect(evidenceSentence({ uncertain: none, fixed: none })).toBeUndefined();
});
