import { bindsOrder, evaluationOrder, namesIn, outsideCircle } from "../model/evaluation-order.ts";
import type { Text } from "../text.ts";
import type { CheckedExpression } from "./expression-check.ts";
import { nameList } from "./nearest-name.ts";
import type { DraftedBlock } from "./plan-blocks.ts";
import type { PlanContext } from "./plan-context.ts";
import type { ShapeSource } from "./shape.ts";

/** An indicator whose equation could be read. */
interface ReadEquation {
  readonly id: string;
  readonly equation: CheckedExpression;
}

/** Reports circles that no block declares, and blocks whose members do not all stand in one circle. */
export function reportCircles(
  read: readonly ReadEquation[],
  drafted: readonly DraftedBlock[],
  { source, table }: PlanContext,
): void {
  const firstPeriod = table.periods[0];
  const equations = read.map(({ id, equation }) => ({ id, equation: equation.expression }));
  const blocks = drafted.map(({ id, members }) => ({ id, members: members.map((m) => m.value) }));
  const order = evaluationOrder(equations, firstPeriod, blocks);
  if (order.kind === "cyclic") {
    for (const cycle of order.cycles) reportCycle(cycle, read, blocks, firstPeriod, source);
    return;
  }
  const known = new Map(equations.map((equation) => [equation.id, equation]));
  for (const block of drafted) {
    const members = block.members.flatMap(({ value }) => known.get(value) ?? []);
    // Where an equation could not be read, what it needs is not known.
    if (block.block === undefined || members.length < block.members.length) continue;
    reportOutsiders(block, outsideCircle(members), source);
  }
}

function reportCycle(
  cycle: readonly string[],
  read: readonly ReadEquation[],
  blocks: readonly { readonly id: string; readonly members: readonly string[] }[],
  firstPeriod: number | undefined,
  source: ShapeSource,
): void {
  const inCycle = blocks.filter(({ members }) => cycle.includes(`[${members.join(", ")}]`));
  const namesAt = (step: string | undefined): readonly string[] =>
    inCycle.find(({ members }) => step === `[${members.join(", ")}]`)?.members ?? [step ?? ""];
  const [from, to] = [namesAt(cycle[0]), namesAt(cycle[1])];
  const place = read
    .filter(({ id }) => from.includes(id))
    .flatMap(({ equation }) => {
      const names = [...namesIn(equation.expression)];
      const name = names.find((each) => to.includes(each.name) && bindsOrder(each, firstPeriod));
      return name === undefined ? [] : [equation.at(name)];
    })[0];
  const path = cycle.join(" → ");
  source.report(
    place ?? 0,
    "cycle",
    { zh: `方程互相循环：${path}。`, en: `These equations go round in a circle: ${path}.` },
    cycleRemedy(inCycle[0]?.id),
  );
}

function cycleRemedy(block: string | undefined): Text {
  const declare: Text =
    block === undefined
      ? { zh: "在 `blocks:` 中声明为一个方程组", en: "declare them as a block in `blocks:`" }
      : {
          zh: `把它们都列入方程组 \`${block}\` 的 \`members\``,
          en: `make them all members of the block \`${block}\``,
        };
  return {
    zh: `请断开其中一环，例如改用上一期的值 \`x[t-1]\`；若确实同期互相决定，请${declare.zh}。`,
    en: `Break it at one place, for example with last period's value, \`x[t-1]\`; or, where they determine each other in the same period, ${declare.en}.`,
  };
}

function reportOutsiders(
  { members, at }: DraftedBlock,
  outsiders: readonly string[],
  source: ShapeSource,
): void {
  if (outsiders.length === members.length) {
    source.report(
      at,
      "not-a-circle",
      {
        zh: "这些方程在同一期内并不循环。",
        en: "These equations do not go round in a circle in one period.",
      },
      {
        zh: "请删去这个方程组；不循环的方程会自动排好先后。",
        en: "Remove the block; equations without a circle are put in order by themselves.",
      },
    );
    return;
  }
  const others = nameList(
    members.map(({ value }) => value).filter((id) => !outsiders.includes(id)),
  );
  for (const { value, at: place } of members) {
    if (!outsiders.includes(value)) continue;
    source.report(
      place,
      "not-a-circle",
      {
        zh: `\`${value}\` 在同一期内并不与 ${others.zh} 互相决定。`,
        en: `\`${value}\` and ${others.en} do not determine each other in one period.`,
      },
      { zh: "请从 `members` 中删去。", en: "Remove it from `members`." },
    );
  }
}
