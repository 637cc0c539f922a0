import { DEFAULT_METHOD } from "../core/sampling/sampling-method.ts";
import type { Text } from "../core/text.ts";
import type { CommandName } from "./command.ts";

/** What `--help` prints, without a command and for each. */
export function helpText(topic: CommandName | undefined): Text {
  return topic === undefined ? GENERAL : HELP_OF[topic];
}

const GENERAL: Text = {
  zh: `计划胜算：一份计划的各项目标实现的概率。

用法：
  planodds run <计划> [选项]     模拟，并输出各项目标和联合达标的概率
  planodds sensitivity <计划>    各项目标的驱动因素：哪些假设影响达标概率
  planodds check <计划>          查出模型、情景和检验文件中的所有问题，并检验模型
  planodds backtest <计划>       回测：只凭往年当时已知的数据推算，与实际对照打分
  planodds new <名称>            由一张目标表写出可运行的起步模型
  planodds <命令> --help         该命令的全部选项
  planodds --version             版本

<计划> 是模型文件夹、计划文件，或自带模型的名称（例如 jiaxing-2021）。
选项 --language zh|en 选择语言；默认依环境变量 LANG。
退出码：0 成功；2 文件、参数或检验有误（问题写到标准错误）；1 程序缺陷。
`,
  en: `Planodds: the odds of a plan's targets.

Usage:
  planodds run <plan> [options]  simulate, and print the probability of each target and of all
  planodds sensitivity <plan>    what drives each target: the assumptions that move its odds
  planodds check <plan>          report all problems of the model's files, and check the model
  planodds backtest <plan>       foretell years gone by on what was known then, and score it
  planodds new <name>            write a starter model from a table of targets
  planodds <command> --help      all options of a command
  planodds --version             the version

<plan> is a model folder, a plan file, or the name of a shipped model (such as jiaxing-2021).
The option --language zh|en chooses the language; the default follows LANG.
Exit codes: 0 success; 2 a bad file, argument or a check that fails (problems on standard error);
1 a defect of the program.
`,
};

const HELP_OF: Readonly<Record<CommandName, Text>> = {
  run: {
    zh: `用法：planodds run <计划> [选项]

  --scenario <名称>    scenarios/<模型>/ 下的情景，或情景文件的路径；默认为模型本身（基准情景）
  --draws <N>          抽样次数，1 – 100000000；默认 100000
  --precision <X>      不定次数，抽到每个概率的95%区间都不宽于 ±X 为止，0.0001 – 0.5
  --max-draws <N>      与 --precision 合用：最多抽样次数；默认 10000000
  --seed <S>           随机种子，0 – 9007199254740991；默认 1
  --method monte-carlo|sobol|latin-hypercube
                       抽样方法：普通蒙特卡洛、随机化 Sobol 序列、拉丁超立方；默认 ${DEFAULT_METHOD}
  --workers <W>        线程数，1 – 64；默认依处理器数；不影响结果
  --backend interpreter|wasm
                       计算方式：解释执行或 WebAssembly；默认依运行环境；不影响结果
  --format json|table  输出格式；默认 json
  --language zh|en     表格和提示的语言；默认依环境变量 LANG
`,
    en: `Usage: planodds run <plan> [options]

  --scenario <name>    a scenario in scenarios/<model>/, or the path of a scenario file;
                       the default is the model itself (the baseline)
  --draws <N>          number of draws, 1 – 100000000; default 100000
  --precision <X>      instead of a number of draws: until the 95% interval of every probability
                       is within ±X, 0.0001 – 0.5
  --max-draws <N>      with --precision: the greatest number of draws; default 10000000
  --seed <S>           random seed, 0 – 9007199254740991; default 1
  --method monte-carlo|sobol|latin-hypercube
                       how draws are spread: independently, by randomised Sobol sequences, or by
                       Latin hypercubes; default ${DEFAULT_METHOD}
  --workers <W>        number of threads, 1 – 64; by default as many as processors;
                       does not change the result
  --backend interpreter|wasm
                       how the threads compute; by default WebAssembly where there is any;
                       does not change the result
  --format json|table  how to print; default json
  --language zh|en     language of tables and messages; the default follows LANG
`,
  },
  sensitivity: {
    zh: `用法：planodds sensitivity <计划> [选项]

对每个目标列出各项假设：处于低位、高位约五分之一时的达标概率及差距，秩相关，
一阶指数（单独知道这项假设所能解释的方差份额，含与它相关的假设），均附标准误。
这些是模型相关性之下的关联，不等于单独的因果影响。

  --target <目标>      只列这一目标
  --scenario <名称>    scenarios/<模型>/ 下的情景，或情景文件的路径；默认为模型本身（基准情景）
  --draws <N>          抽样次数，1 – 200000；默认 16384
  --seed <S>           随机种子，0 – 9007199254740991；默认 1
  --format json|table  输出格式；默认 json，含全部假设；table 只列差距超过三倍标准误的前八项
  --language zh|en     表格和提示的语言；默认依环境变量 LANG
`,
    en: `Usage: planodds sensitivity <plan> [options]

Lists the assumptions for each target: its probability where the assumption is in its low and in
its high fifth, and the difference; the rank correlation; the first-order index (the share of
variance that knowing this assumption alone explains, correlated ones included); each with its
standard error. These are associations under the model's correlations, not effects of one cause.

  --target <id>        this target only
  --scenario <name>    a scenario in scenarios/<model>/, or the path of a scenario file;
                       the default is the model itself (the baseline)
  --draws <N>          number of draws, 1 – 200000; default 16384
  --seed <S>           random seed, 0 – 9007199254740991; default 1
  --format json|table  json (the default) has all assumptions; table the first eight whose
                       difference exceeds three standard errors
  --language zh|en     language of tables and messages; the default follows LANG
`,
  },
  check: {
    zh: `用法：planodds check <计划> [--language zh|en]

读取计划、它的全部情景和检验文件 checks.yaml，一次列出所有问题；
没有问题时逐条检验模型（20000 次抽样，种子 1）。有问题或检验不成立时退出码为 2。
`,
    en: `Usage: planodds check <plan> [--language zh|en]

Reads the plan, all of its scenarios and its checks.yaml, and reports all problems at once;
where there are none, runs the checks (20000 draws, seed 1). The exit code is 2 when there are
problems or when a check fails.
`,
  },
  backtest: {
    zh: `用法：planodds backtest <计划> [选项]

按计划旁的 backtest.yaml，对每个往年只用当时已公布的数据重读模型、模拟，再与实际比较：
目标的 Brier 分和对数分（对照以往达标率与一律 50%），各量分布的 CRPS（对照照上年不变与历史均值）、
50%、80%、90% 区间的覆盖率，并列出每个案例和未能推算的结果。案例数随每个分数一起给出。

  --draws <N>          每个年份的抽样次数，1 – 100000000；默认 16384
  --seed <S>           随机种子，0 – 9007199254740991；默认 1
  --format json|table  输出格式；默认 json
  --language zh|en     表格和提示的语言；默认依环境变量 LANG
`,
    en: `Usage: planodds backtest <plan> [options]

For each past year named in backtest.yaml beside the plan: reads the model again with what had been
published by then, simulates it, and compares with what happened. Prints Brier and log scores of
targets (against the base rate and 50% always), the CRPS of distributions (against as last year and
the past mean), coverage of 50, 80 and 90% intervals, every case, and what could not be foretold.
Every score comes with its number of cases.

  --draws <N>          number of draws for each year, 1 – 100000000; default 16384
  --seed <S>           random seed, 0 – 9007199254740991; default 1
  --format json|table  how to print; default json
  --language zh|en     language of tables and messages; the default follows LANG
`,
  },
  new: {
    zh: `用法：planodds new <名称> [选项]

由一张目标表（CSV）写出起步模型：models/<名称>/ 下的 plan.yaml、history.csv、checks.yaml，
和 scenarios/<名称>/baseline.yaml。每个目标有一个指标和一个占位的假设，文件里的注释说明下一步
做什么；写好即可用 planodds check 检验、用 planodds run 运行。不覆盖已有的文件。

目标表的列：id,label,wording,relation,value,unit；可有 label_en,wording_en,section,period,better,
commitment,tolerance,stretch,reference,low,high,note（也认中文列名，如 名称、原文、目标值）。

  --targets <文件>     目标表；默认用内置的样表
  --template           只输出样表，可在表格软件中改写
  --title <标题>       计划的标题；默认与名称相同
  --date <日期>        计划的日期，如 2021-02-26；默认为今天，给了 --year 时为该年1月1日
  --year <年份>        第一年；默认为日期的年份
  --language zh|en     提示的语言；默认依环境变量 LANG
`,
    en: `Usage: planodds new <name> [options]

Writes a starter model from a table of targets (CSV): plan.yaml, history.csv and checks.yaml in
models/<name>/, and scenarios/<name>/baseline.yaml. Each target gets an indicator and an
assumption to be replaced; comments in the files say what to do next. The model passes planodds
check and runs at once. Files that are there are never overwritten.

Columns of the table: id,label,wording,relation,value,unit; optional label_en,wording_en,section,
period,better,commitment,tolerance,stretch,reference,low,high,note (and Chinese names of these).

  --targets <file>     the table; a built-in example by default
  --template           print the example, to be changed in a spreadsheet, and write nothing
  --title <title>      the plan's title; the name by default
  --date <date>        the plan's date, such as 2021-02-26; today by default, or the first of
                       January of --year
  --year <year>        the first year; the date's by default
  --language zh|en     language of messages; the default follows LANG
`,
  },
};
