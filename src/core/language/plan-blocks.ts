import type { Block } from "../model/definition.ts";
import type { Text } from "../text.ts";
import type { RecordEntry } from "./list-shapes.ts";
import { nameList, suggestion } from "./nearest-name.ts";
import { type PlanContext, readSource } from "./plan-context.ts";
import type { NameTable } from "./plan-names.ts";
import { BLOCK_DEFAULTS, type BlockEntry } from "./plan-shape.ts";
import type { ShapeSource, Spot } from "./shape.ts";

/** A block with the places of its parts, for what is checked once all equations are read. */
export interface DraftedBlock {
  readonly id: string;
  readonly at: number;
  /** Those that are indicators and in no block before. */
  readonly members: readonly Spot<string>[];
  /** Undefined where something of it could not be read. */
  readonly block: Block | undefined;
}

type Refusal = readonly [code: string, message: Text, remedy: Text];

function refuseMember(
  name: string,
  taken: ReadonlyMap<string, string>,
  table: NameTable,
): Refusal | undefined {
  const facts = table.quantities.get(name);
  const indicators = [...table.quantities].filter(([, { kind }]) => kind === "indicator");
  if (facts === undefined) {
    return [
      "unknown-name",
      { zh: `没有名为 \`${name}\` 的指标。`, en: `No indicator is called \`${name}\`.` },
      suggestion(
        name,
        indicators.map(([known]) => known),
        { zh: "请改为指标的名称。", en: "Write the name of an indicator." },
      ),
    ];
  }
  if (facts.kind !== "indicator") {
    return [
      "not-an-indicator",
      {
        zh: `\`${name}\` 没有方程，不能联立求解。`,
        en: `\`${name}\` has no equation that could be solved with others.`,
      },
      { zh: "请删去，只写指标。", en: "Remove it; members are indicators." },
    ];
  }
  const other = taken.get(name);
  if (other === undefined) return undefined;
  return [
    "member-twice",
    {
      zh: `\`${name}\` 已在方程组 \`${other}\` 中。`,
      en: `\`${name}\` is a member of the block \`${other}\` already.`,
    },
    {
      zh: "每个指标只能属于一个方程组：请删去一处，或把两组合并。",
      en: "An indicator belongs to one block: remove it here, or merge the blocks.",
    },
  ];
}

function readStart(
  entry: BlockEntry,
  members: readonly string[],
  source: ShapeSource,
): Readonly<Record<string, number>> {
  const start = (entry.start ?? []).flatMap(({ key, keyAt, value }) => {
    if (members.includes(key)) return value === undefined ? [] : [[key, value] as const];
    const list = nameList(members);
    source.report(
      keyAt,
      "not-a-member",
      { zh: `\`${key}\` 不在这个方程组中。`, en: `\`${key}\` is not a member of this block.` },
      suggestion(key, members, {
        zh: `请删去，或改为 ${list.zh} 之一。`,
        en: `Remove it, or write one of ${list.en}.`,
      }),
    );
    return [];
  });
  return Object.fromEntries(start);
}

/** Reads blocks: their members, and where the search for a solution begins. */
export function buildBlocks(
  entries: readonly RecordEntry<BlockEntry>[],
  context: PlanContext,
): readonly DraftedBlock[] {
  const taken = new Map<string, string>();
  return entries.map(({ key: id, keyAt, value: entry }) => {
    if (entry === undefined) return { id, at: keyAt, members: [], block: undefined };
    const members = (entry.members ?? []).filter((member) => {
      const refusal = refuseMember(member.value, taken, context.table);
      if (refusal === undefined) taken.set(member.value, id);
      else context.source.report(member.at, ...refusal);
      return refusal === undefined;
    });
    return { id, at: keyAt, members, block: buildBlock(id, entry, members, context) };
  });
}

function buildBlock(
  id: string,
  entry: BlockEntry,
  spots: readonly Spot<string>[],
  context: PlanContext,
): Block | undefined {
  const members = spots.map(({ value }) => value);
  const start = readStart(
    entry,
    (entry.members ?? []).map(({ value }) => value),
    context.source,
  );
  const source = readSource(entry.source, context);
  const { label, tolerance, iterations } = entry;
  if (label === undefined || source === undefined || entry.members === undefined) return undefined;
  return {
    id,
    label,
    members,
    start,
    tolerance: tolerance ?? BLOCK_DEFAULTS.tolerance,
    iterations: iterations ?? BLOCK_DEFAULTS.iterations,
    source,
  };
}
