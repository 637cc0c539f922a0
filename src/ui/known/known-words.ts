import type { Language } from "../../core/text.ts";
import type { YearPart } from "../../state/known-value.ts";

const zh = {
  title: "目前已知",
  lead: "把计划年份里已经公布的数填在这里：全年数，或者一季度、上半年、前三季度数。各项目标的胜算随即重算：与这些数相符的抽样权重大，不符的权重小。",
  yours:
    "这里的数由您填写，只存在本机和网址里，不进入模型，也不写入情景文件。“不用事后数据”的规则约束的是随附模型，不约束您在这里的判断。",
  add: "添加一个数",
  quantity: "指标或假设",
  choose: "请选择…",
  aboutTargets: "目标涉及的指标",
  otherIndicators: "其他指标",
  inputs: "假设",
  period: "年份",
  part: "口径",
  parts: { year: "全年", q1: "一季度", h1: "上半年", q3: "前三季度" } as Readonly<
    Record<YearPart, string>
  >,
  partHint:
    "不满一年的数看作全年数的带误差读数：请填与全年同口径的数，例如累计同比增速；总量先折算成全年。建议误差按各季相互独立计算，各季走势一致时可以调小。",
  value: "数值",
  sd: "误差（标准差）",
  submit: "添加",
  useSuggested: (sd: string) => `改为建议值 ${sd}`,
  expected: (median: string, low: string, high: string) =>
    `模型原先：中位数 ${median}，八成可能在 ${low} 与 ${high} 之间`,
  needQuantity: "请先选择指标或假设",
  needValue: "请填一个数",
  needError: (sd: string) =>
    `误差必须大于 0。公布的数总有四舍五入，也可能修订；误差为 0 时没有一次抽样会恰好等于它。建议 ${sd}。`,
  list: "已填的数",
  place: (percentile: string) => `原先分布的第 ${percentile} 百分位`,
  placeHead: "落在",
  remove: (label: string) => `移除：${label}`,
  removeShort: "移除",
  unknown: "这个模型没有此项，未计入",
  empty: "还没有填任何数",
  emptyBody: "填一个数，就能看到各项目标的胜算随之怎样变化。",
  effective: "有效抽样",
  effectiveOf: (draws: string, error: string) =>
    `共 ${draws} 次抽样，加权后相当于这么多次独立抽样；${error}`,
  errorAtMost: (points: string) => `概率的误差一般不超过 ±${points} 个百分点`,
  count: "预计达标项数",
  before: "原先",
  after: "已知之后",
  change: "变化（百分点）",
  target: "目标",
  targets: "各项目标",
  order: "排序",
  orderPlan: "按计划",
  orderChange: "按变化",
  density: "分布怎样变化",
  shown: "显示",
  few: (effective: string) => `有效抽样只有 ${effective} 次，下面的概率不可靠`,
  fewBody: "所填的数把绝大多数抽样都排除了。可以增加抽样次数，或者把误差填得宽一些。",
  moreDraws: (draws: string) => `改为 ${draws} 次抽样`,
  far: "所填的数离所有抽样都很远",
  farBody: (distance: string) =>
    `最接近的一次抽样也差 ${distance} 倍误差。请核对单位和口径；若无误，说明模型低估了这种情况，结果不可信。`,
  nothing: "没有一次抽样能与所填的数相比",
  nothingBody: "所填的量在每次抽样里都没有定义，请移除。",
  working: "正在按已知数据重算…",
  stopped: "计算没有完成。",
  failed: "没有算出：后台线程停止了。",
  known: (list: string) => `已知：${list}`,
  entry: (label: string, value: string, sd: string) => `${label} ${value}（误差 ${sd}）`,
  binding: "约束性指标全部达标",
  all: "全部目标同时达标",
};

/** Everything that the page says. */
export type KnownWords = typeof zh;

const en: KnownWords = {
  title: "What we know by now",
  lead: "Enter what has been published about the plan's years: figures of a whole year, or of its first quarter, half or three quarters. The odds of all targets follow at once: draws that agree with the figures count more, others less.",
  yours:
    "These figures are yours. They are kept on this machine and in the address; they enter neither the model nor a scenario file. The rule against hindsight is about the included models, not about what you enter here.",
  add: "Add a figure",
  quantity: "Indicator or assumption",
  choose: "Choose…",
  aboutTargets: "Indicators with targets",
  otherIndicators: "Other indicators",
  inputs: "Assumptions",
  period: "Year",
  part: "Covers",
  parts: { year: "Whole year", q1: "First quarter", h1: "First half", q3: "Three quarters" },
  partHint:
    "A figure of less than a year is a noisy reading of the year's: enter one on the same footing, such as growth so far; scale totals up to a year first. The suggested error takes quarters as independent; make it smaller where they move together.",
  value: "Value",
  sd: "Error (sd)",
  submit: "Add",
  useSuggested: (sd) => `Use ${sd}`,
  expected: (median, low, high) =>
    `Model so far: median ${median}, four times in five between ${low} and ${high}`,
  needQuantity: "Choose an indicator or assumption first",
  needValue: "Enter a number",
  needError: (sd) =>
    `The error must be above 0. Published figures are rounded and may be revised, and with an error of 0 no draw would ever equal one. Suggested: ${sd}.`,
  list: "Figures entered",
  place: (percentile) => `percentile ${percentile} of the distribution before`,
  placeHead: "Falls at",
  remove: (label) => `Remove ${label}`,
  removeShort: "Remove",
  unknown: "Not in this model; left out",
  empty: "Nothing entered yet",
  emptyBody: "Enter a figure to see how the odds of all targets change.",
  effective: "Effective draws",
  effectiveOf: (draws, error) =>
    `of ${draws}: after weighting, worth so many independent draws; ${error}`,
  errorAtMost: (points) => `probabilities within about ±${points} points`,
  count: "Targets hit, on average",
  before: "Before",
  after: "Given what is known",
  change: "Change (points)",
  target: "Target",
  targets: "All targets",
  order: "Sort",
  orderPlan: "Plan order",
  orderChange: "Largest change",
  density: "How distributions change",
  shown: "Show",
  few: (effective) => `Only ${effective} effective draws: these odds cannot be relied on`,
  fewBody: "The figures rule out nearly all draws. Take more draws, or allow larger errors.",
  moreDraws: (draws) => `Take ${draws} draws`,
  far: "The figures are far from every draw",
  farBody: (distance) =>
    `Even the closest draw is ${distance} errors away. Check units and definitions; if they are right, the model held this for all but impossible, and the result cannot be trusted.`,
  nothing: "No draw can be compared with these figures",
  nothingBody: "What was entered is undefined in every draw; remove it.",
  working: "Weighing the draws by what is known…",
  stopped: "The run is not complete.",
  failed: "Not computed: a background thread stopped.",
  known: (list) => `Known: ${list}`,
  entry: (label, value, sd) => `${label} ${value} (error ${sd})`,
  binding: "All binding targets hit",
  all: "All targets hit together",
};

/** The page's words, loaded with it. */
export const KNOWN_WORDS = { zh, en } as const satisfies Record<Language, KnownWords>;
