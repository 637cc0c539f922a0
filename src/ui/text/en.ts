import { BACKTEST_WORDS } from "./backtest-words.ts";
import { BOARD_WORDS } from "./board-words.ts";
import { COMPARISON_WORDS } from "./comparison-words.ts";
import { DETAIL_WORDS } from "./detail-words.ts";
import { MODEL_WORDS } from "./model-words.ts";
import { READING_WORDS } from "./reading-words.ts";
import { RUN_WORDS } from "./run-words.ts";
import type { Strings } from "./zh.ts";

/** Every fixed string of the screen in English. */
export const en: Strings = {
  brand: "Planodds",
  brandLatin: "计划胜算",
  skip: "Skip to content",
  close: "Close",
  back: "Back to all targets",
  previous: "Previous target",
  next: "Next target",
  colon: ": ",
  comma: ", ",
  listComma: ", ",
  semicolon: "; ",
  stop: ".",
  open: " (",
  shut: ")",
  views: {
    label: "Pages",
    scoreboard: "Targets",
    assumptions: "Assumptions",
    compare: "Scenarios",
    together: "Interdependence",
    known: "Known so far",
    seek: "What it takes",
    scenarios: "Manage scenarios",
    backtest: "Backtest",
    annex: "Annex of assumptions",
    model: "Model and sources",
  },
  plan: {
    menu: "Choose a plan",
    shipped: "Included plans",
    own: "Your own plan",
    openFile: "Open a plan file…",
    closeFile: "Close the file, return to the included plan",
    drop: "Drop to open this plan file (together with its history.csv) or scenario file",
    ownMark: "own file",
  },
  scenario: {
    label: "Scenario",
    choose: "Choose a scenario",
    changes: (n) =>
      n === 0
        ? "The model unchanged"
        : n === 1
          ? "1 assumption changed"
          : `${n} assumptions changed`,
    all: "Compare all scenarios side by side",
    manage: "Manage, import and share scenarios…",
    issues: (n) =>
      n === 1
        ? "A scenario file with a problem was left out"
        : `Scenario files with ${n} problems were left out`,
  },
  ...RUN_WORDS.en,
  ...BOARD_WORDS.en,
  ...DETAIL_WORDS.en,
  backtest: BACKTEST_WORDS.en,
  ...COMPARISON_WORDS.en,
  model: MODEL_WORDS.en,
  csv: {
    id: "Id",
    standardError: "standard error",
    differenceError: "standard error of the difference",
  },
  reading: READING_WORDS.en,
  theme: { label: "Theme", auto: "As the system", light: "Light", dark: "Dark" },
  language: { label: "Language", other: "中文", otherName: "切换到中文" },
  footer: {
    note: "Odds are not a forecast: they say how likely each target is under the assumptions stated.",
    local: "Everything is computed on this machine; nothing is uploaded.",
  },
};
