import { BACKTEST_WORDS } from "./backtest-words.ts";
import { BOARD_WORDS } from "./board-words.ts";
import { COMPARISON_WORDS } from "./comparison-words.ts";
import { DETAIL_WORDS } from "./detail-words.ts";
import { MODEL_WORDS } from "./model-words.ts";
import { READING_WORDS } from "./reading-words.ts";
import { RUN_WORDS } from "./run-words.ts";

/** Every fixed string of the screen in Chinese; the shape that other languages follow. */
export const zh = {
  brand: "计划胜算",
  brandLatin: "Planodds",
  skip: "跳到正文",
  close: "关闭",
  back: "返回目标列表",
  previous: "上一项",
  next: "下一项",
  colon: "：",
  comma: "，",
  listComma: "、",
  semicolon: "；",
  stop: "。",
  open: "（",
  shut: "）",
  views: {
    label: "页面",
    scoreboard: "目标胜算",
    assumptions: "假设",
    compare: "情景比较",
    together: "目标关联",
    known: "目前已知",
    seek: "怎样达标",
    scenarios: "管理情景",
    backtest: "回测",
    annex: "假设与依据附表",
    model: "模型与来源",
  },
  plan: {
    menu: "选择计划",
    shipped: "自带计划",
    own: "自己的计划",
    openFile: "打开计划文件…",
    closeFile: "关闭文件，回到自带计划",
    drop: "松开鼠标，打开这份计划文件（可连同 history.csv 一起）或情景文件",
    ownMark: "自选文件",
  },
  scenario: {
    label: "情景",
    choose: "选择情景",
    changes: (n: number) => (n === 0 ? "不改动模型" : `改动${n}项假设`),
    all: "并排比较全部情景",
    manage: "管理、导入和分享情景…",
    issues: (n: number) => `有${n}处问题的情景文件没有载入`,
  },
  ...RUN_WORDS.zh,
  ...BOARD_WORDS.zh,
  ...DETAIL_WORDS.zh,
  backtest: BACKTEST_WORDS.zh,
  ...COMPARISON_WORDS.zh,
  model: MODEL_WORDS.zh,
  csv: { id: "编号", standardError: "标准误", differenceError: "差值标准误" },
  reading: READING_WORDS.zh,
  theme: { label: "明暗", auto: "跟随系统", light: "浅色", dark: "深色" },
  language: { label: "语言", other: "EN", otherName: "Switch to English" },
  footer: {
    note: "胜算不是预测：它只说明，在写明的假设下各目标有多大可能实现。",
    local: "全部计算在本机完成，不上传任何数据。",
  },
};

/** The strings of one language. */
export type Strings = typeof zh;
