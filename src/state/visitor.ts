import { computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals-core";
import type { Issue } from "../core/outcome.ts";
import type { Scenario } from "../core/scenario/scenario.ts";
import type { Plan, PlanState, SourceFile } from "./plan.ts";
import type { PlanReader } from "./read-plan-file.ts";
import type { SharedScenario } from "./route.ts";
import { decodeShareCode } from "./share-code.ts";

/** Id of the scenario in the address. */
export const VISITOR = "shared";

/** The scenario that someone else's link brought: on screen, but none of the user's own. */
export type Visitor =
  | { readonly kind: "none" }
  | { readonly kind: "reading" }
  | {
      readonly kind: "here";
      readonly scenario: Scenario;
      /** Whether the plan is the one that the link was made with; otherwise the numbers may differ. */
      readonly isSameModel: boolean;
    }
  /** The link is incomplete or altered. */
  | { readonly kind: "damaged" }
  /** It does not fit the plan on screen. */
  | { readonly kind: "unfit"; readonly source: SourceFile; readonly issues: readonly Issue[] };

/** What following needs. */
export interface VisitorParts {
  readonly shared: ReadonlySignal<SharedScenario | undefined>;
  readonly plan: ReadonlySignal<PlanState>;
  readonly loadReader: () => Promise<Pick<PlanReader, "readScenario">>;
}

/** Reads the scenario in the address, as strictly as a file. */
export function followVisitor({ shared, plan, loadReader }: VisitorParts): {
  readonly visitor: ReadonlySignal<Visitor>;
  readonly dispose: () => void;
} {
  const found = signal<{ readonly of: string; readonly visitor: Visitor } | undefined>(undefined);
  const ready = computed(() => (plan.value.kind === "ready" ? plan.value.plan : undefined));
  const wanted = computed(() =>
    shared.value === undefined
      ? undefined
      : `${shared.value.code} ${shared.value.model} ${ready.value?.key} ${ready.value?.hash}`,
  );

  async function open(of: string, from: SharedScenario, to: Plan): Promise<void> {
    const visitor = await readVisitor(from, to, loadReader);
    if (wanted.peek() === of) found.value = { of, visitor };
  }
  const dispose = effect(() => {
    const of = wanted.value;
    untracked(() => {
      if (of === undefined || shared.value === undefined || ready.value === undefined) return;
      if (found.value?.of !== of) void open(of, shared.value, ready.value);
    });
  });
  const visitor = computed((): Visitor => {
    if (wanted.value === undefined) return { kind: "none" };
    return found.value?.of === wanted.value ? found.value.visitor : { kind: "reading" };
  });
  return { visitor, dispose };
}

async function readVisitor(
  { code, model }: SharedScenario,
  plan: Plan,
  loadReader: VisitorParts["loadReader"],
): Promise<Visitor> {
  try {
    const text = await decodeShareCode(code);
    if (text === undefined) return { kind: "damaged" };
    const source = { file: `${VISITOR}.yaml`, text };
    const { readScenario } = await loadReader();
    const outcome = readScenario(text, source.file, plan.definition);
    if (!outcome.ok) return { kind: "unfit", source, issues: outcome.issues };
    const isSameModel = model === plan.hash;
    return { kind: "here", scenario: { ...outcome.value, id: VISITOR }, isSameModel };
  } catch {
    return { kind: "damaged" };
  }
}
