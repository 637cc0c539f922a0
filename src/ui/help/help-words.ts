import type { Language } from "../../core/text.ts";

const zh = {
  button: "帮助与快捷键",
  title: "快捷键",
  close: "关闭",
  keys: {
    help: "打开或关闭这份说明",
    pages: "转到第几个页面",
    search: "查找目标或假设",
    rows: "在目标表中选择与打开，Esc 关闭",
    slider: "微调滑块；PageUp、PageDown 大步移动",
    undo: "撤销一步",
    redo: "重做一步",
  },
  or: "或",
  to: "至",
  enabled: "启用单键快捷键（?、/、数字）",
  again: "重看导览",
  tour: "导览",
  step: (n: number, of: number) => `${n}/${of}`,
  next: "下一步",
  done: "完成",
  skip: "跳过",
  steps: [
    {
      title: "先看这三个答案",
      body: "约束性目标全部达标的概率、预计达标几项、最可能落空的目标。概率都以模型的假设为条件，移到或点按数字可看95%区间。",
    },
    {
      title: "点开任何一项目标",
      body: "看分布、逐年情况、驱动因素，沿方程一直追到假设和来源。",
    },
    {
      title: "调假设，概率随之变化",
      body: "每项假设都有滑块，也可改写成任意分布。首次改动会另存为自己的情景，随时可以撤销。",
    },
    {
      title: "换一种情景再看",
      body: "各情景使用同一组随机数，差异只来自假设；可并排比较，也可发链接给同事。",
    },
    { title: "需要时再打开这里", body: "按 ? 查看快捷键，或重看这段导览。" },
  ],
};

export type HelpWords = typeof zh;

const en: HelpWords = {
  button: "Help and shortcuts",
  title: "Keyboard shortcuts",
  close: "Close",
  keys: {
    help: "open or close this list",
    pages: "go to a page by its number",
    search: "find a target or an assumption",
    rows: "choose and open in the table of targets; Esc closes",
    slider: "move a slider a little; Page Up and Page Down move it further",
    undo: "undo a step",
    redo: "redo a step",
  },
  or: "or",
  to: "to",
  enabled: "Use shortcuts of a single key (?, /, digits)",
  again: "Show the tour again",
  tour: "Tour",
  step: (n, of) => `${n}/${of}`,
  next: "Next",
  done: "Done",
  skip: "Skip",
  steps: [
    {
      title: "Three answers first",
      body: "The chance that all binding targets hit, how many to expect, and which are likeliest to be missed. Every probability is conditional on the model’s assumptions; hover or tap a number for its 95% interval.",
    },
    {
      title: "Open any target",
      body: "Its distribution, its years, what drives it, and its equations down to assumptions and sources.",
    },
    {
      title: "Move an assumption, and the odds follow",
      body: "Each has a slider, and can be any distribution. The first change is saved as a scenario of your own; every step can be undone.",
    },
    {
      title: "Look under another scenario",
      body: "All use the same random numbers, so that differences come from assumptions alone. Compare them side by side, or send one as a link.",
    },
    {
      title: "Here when you need it",
      body: "Press ? for the shortcuts, or to see this tour again.",
    },
  ],
};

/** Words of help and tour. */
export const helpWords = (language: Language): HelpWords => (language === "zh" ? zh : en);
