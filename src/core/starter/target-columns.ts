/** The columns of a table of targets. */
export const TARGET_COLUMNS = [
  "id",
  "label",
  "wording",
  "relation",
  "value",
  "unit",
  "label_en",
  "wording_en",
  "section",
  "period",
  "better",
  "commitment",
  "tolerance",
  "stretch",
  "reference",
  "low",
  "high",
  "note",
] as const;

/** A column of a table of targets. */
export type TargetColumn = (typeof TARGET_COLUMNS)[number];

/** Columns that must be there. */
export const NEEDED_TARGET_COLUMNS = ["id", "label", "wording", "relation", "unit"] as const;

/** Other names of columns, Chinese ones among them. */
export const TARGET_COLUMN_ALIASES: ReadonlyMap<string, TargetColumn> = new Map([
  ["label_zh", "label"],
  ["indicator_zh", "label"],
  ["indicator_en", "label_en"],
  ["wording_zh", "wording"],
  ["标识", "id"],
  ["名称", "label"],
  ["英文名称", "label_en"],
  ["原文", "wording"],
  ["英文原文", "wording_en"],
  ["关系", "relation"],
  ["目标值", "value"],
  ["单位", "unit"],
  ["章节", "section"],
  ["年份", "period"],
  ["好的方向", "better"],
  ["性质", "commitment"],
  ["容差", "tolerance"],
  ["力争", "stretch"],
  ["对照", "reference"],
  ["下限", "low"],
  ["上限", "high"],
  ["备注", "note"],
]);

/** A small table that shows the columns and the relations that plans use most. */
export const TARGET_TEMPLATE = `id,label,label_en,wording,wording_en,relation,value,stretch,reference,tolerance,low,high,unit,section,period,better,commitment,note
gdp_growth,地区生产总值增速,Growth of gross regional product,增长6%左右，力争7%,"grows by about 6 %, striving for 7 %",about,6,7,,,,,% yoy real,综合,,higher,expected,可比价
income_growth,居民收入增速,Growth of household incomes,与经济增长同步,in step with the economy,in_step_with,,,gdp_growth,0.2,,,% yoy real,民生,,higher,expected,
unemployment,城镇调查失业率,Surveyed urban unemployment,控制在5.5%以内,5.5 % at most,at_most,5.5,,,,,,%,民生,,lower,expected,
new_jobs,城镇新增就业,New urban jobs,10万人以上,100 thousand or more,at_least,10,,,,,,10 thousand persons,民生,,higher,binding,
cpi,居民消费价格涨幅,Consumer price inflation,1%至3%之间,between 1 % and 3 %,between,,,,,1,3,% yoy,综合,,lower,expected,
energy_intensity,单位地区生产总值能耗,Energy per unit of output,下降3%,falls by 3 %,point,-3,,,,,,% yoy,环境,,lower,binding,
`;
