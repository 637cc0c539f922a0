import type { LeftOutReason } from "../backtest/backtest-case.ts";
import type { Text } from "../text.ts";

/** Why something that happened was not foretold. */
export const LEFT_OUT_REASONS: Readonly<Record<LeftOutReason, Text>> = {
  unreadable: {
    zh: "模型无法退回到这一年",
    en: "the model could not be rewound to this year",
  },
  undefined: {
    zh: "所依据的上年值或序列当时还没有公布",
    en: "a figure that it rests on had not been published",
  },
  known: {
    zh: "推算之日结果已经公布",
    en: "the outcome had been published already",
  },
};
