import { differenceUnit } from "../core/format/difference-unit.ts";
import { formatNumber } from "../core/format/format-number.ts";
import { formatChosenPercent, formatPercent } from "../core/format/format-probability.ts";
import { formatQuantity } from "../core/format/format-quantity.ts";
import type { Definition } from "../core/model/definition.ts";
import type { Change, Scenario } from "../core/scenario/scenario.ts";
import type { Text } from "../core/text.ts";
import type { SeekResult } from "../runner/seek-goal.ts";
import type { ScenarioResult } from "./scenario-result.ts";

/** What a goal asks, in words that stand within a sentence. */
export function goalWords({ goal, definition }: SeekResult["request"]): Text {
  const chosen = definition.targets.filter(({ id }) => goal.targets.includes(id));
  const [first, ...others] = chosen;
  const { length } = chosen;
  if (first !== undefined && others.length === 0) return first.label;
  const isBinding =
    chosen.every(({ commitment }) => commitment === "binding") &&
    length === definition.targets.filter(({ commitment }) => commitment === "binding").length;
  if (goal.atLeast < length) {
    return {
      zh: `${length}项目标中至少${goal.atLeast}项`,
      en: `at least ${goal.atLeast} of ${length} targets`,
    };
  }
  if (isBinding) return { zh: `全部${length}项约束性目标`, en: `all ${length} binding targets` };
  return { zh: `${length}项目标同时`, en: `all ${length} targets together` };
}

/** The setting that a goal seek found as a scenario: the changes that it set out from, and the shifts of levers. */
export function soughtScenario(
  result: SeekResult,
  base: ScenarioResult,
  id: string,
  order: number,
): Scenario {
  const { request, shifts, levers, after } = result;
  const goal = goalWords(request);
  const odds = formatPercent(after.probability);
  const changes = levers.flatMap(({ name }, index): readonly Change[] => {
    const by = shifts[index] ?? 0;
    return by === 0 ? [] : [{ kind: "shift", name, by, why: whyOf(result, index) }];
  });
  return {
    id,
    model: request.definition.id,
    title: {
      zh: `求解：${goal.zh}达标 ${odds}`,
      en: `Sought: ${goal.en} hit, ${odds}`,
    },
    story: {
      zh: `由“怎样达标”求解得出：用最小的努力（合计 ${formatNumber(result.effort, 2)}）使${goal.zh}达标的概率达到 ${odds}。这是对所选政策变量和费用的计算结果，不说明怎样做到。`,
      en: `Found by goal seek: the least effort (${formatNumber(result.effort, 2)} in all) that brings the odds of ${goal.en} to ${odds}. It follows from the levers and costs that were chosen, and does not say how to get there.`,
    },
    order,
    changes: [...base.changes, ...changes],
  };
}

function whyOf({ request, shifts, levers }: SeekResult, index: number): Text {
  const { name, cost } = levers[index] ?? { name: "", cost: 0 };
  const by = shifts[index] ?? 0;
  const effort = formatNumber(cost * Math.abs(by), 2);
  const wanted = formatChosenPercent(request.wanted);
  const goal = goalWords(request);
  const unit = differenceUnit(unitOf(request.definition, name));
  return {
    zh: `求解得出：为使${goal.zh}达标的概率达到 ${wanted}，${by > 0 ? "上移" : "下移"} ${formatQuantity(Math.abs(by), unit, "zh")}，努力 ${effort}。`,
    en: `Found by goal seek: moved ${by > 0 ? "up" : "down"} by ${formatQuantity(Math.abs(by), unit, "en")} (effort ${effort}) so that ${goal.en} hit with a chance of ${wanted}.`,
  };
}

function unitOf({ inputs, parameters }: Definition, name: string): string {
  return [...inputs, ...parameters].find(({ id }) => id === name)?.unit ?? "1";
}
