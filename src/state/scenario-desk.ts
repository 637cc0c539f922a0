import { batch, computed, type ReadonlySignal, type Signal } from "@preact/signals-core";
import type { Scenario } from "../core/scenario/scenario.ts";
import type { Text } from "../core/text.ts";
import { followKeeping, type Keeping } from "./keeping.ts";
import type { ScenarioStore } from "./kept-scenario.ts";
import { ownCopy } from "./own-copy.ts";
import { BASELINE, type PlanState } from "./plan.ts";
import type { PlanReader } from "./read-plan-file.ts";
import type { Route } from "./route.ts";
import { createExchange, type ScenarioExchange } from "./scenario-exchange.ts";
import { followVisitor, VISITOR, type Visitor } from "./visitor.ts";
import type { Workspace } from "./workspace.ts";

/** Where scenarios that are not shipped come from and go to. */
export interface ScenarioDesk {
  /** What is kept of own scenarios between visits. */
  readonly keeping: Pick<
    Keeping,
    "misfits" | "isRefused" | "forget" | "collisions" | "dismissCollisions"
  >;
  /** Own scenarios as files and links. */
  readonly exchange: ScenarioExchange;
  /** The scenario that came with a link. */
  readonly visitor: ReadonlySignal<Visitor>;
  /** Makes one of the user's own of a scenario, under another id, and shows it; returns the id. */
  createScenario(of: Scenario): string;
  /** Makes a copy of a scenario with a mark behind its title, and shows it; returns its id. */
  copyScenario(of: Scenario, mark: Text): string;
  /** Makes the scenario that came with a link one of the user's own. */
  keepVisitor(): void;
  /** Takes the scenario that came with a link out of the address. */
  leaveVisitor(): void;
}

/** What a desk is wired from. */
export interface DeskParts {
  readonly requested: Signal<Route>;
  /** `requested` with plan and scenario filled in. */
  readonly route: () => Route;
  readonly planKey: ReadonlySignal<string>;
  /** The plan as it is read, with its shipped scenarios. */
  readonly loaded: ReadonlySignal<PlanState>;
  readonly workspace: Workspace;
  readonly scenarioStore: ScenarioStore;
  readonly loadReader: () => Promise<PlanReader>;
  readonly newId: () => string;
}

/** Puts own scenarios and a visiting one beside the shipped ones of the plan that was read. */
export function createScenarioDesk(parts: DeskParts): ScenarioDesk & {
  readonly plan: ReadonlySignal<PlanState>;
  dispose(): void;
} {
  const { requested, route, loaded, workspace, newId } = parts;
  const keeping = followKeeping({ ...parts, plan: loaded, store: parts.scenarioStore });
  const shared = computed(() => requested.value.shared);
  const { visitor, dispose: stopVisiting } = followVisitor({ ...parts, shared, plan: loaded });
  const read = computed(() => (loaded.value.kind === "ready" ? loaded.value.plan : undefined));
  const isRestored = computed(() => read.value !== undefined && keeping.isRestored(read.value));
  const others = computed((): readonly Scenario[] => [
    ...(isRestored.value ? workspace.own.value : []),
    ...(visitor.value.kind === "here" ? [visitor.value.scenario] : []),
  ]);
  // A scenario of one's own in the address is shown when it is back, and not the baseline before.
  const isAwaited = computed(() => {
    const { scenario } = requested.value;
    if (read.value === undefined || read.value.scenarios.some(({ id }) => id === scenario)) {
      return false;
    }
    return scenario === VISITOR ? visitor.value.kind === "reading" : !isRestored.value;
  });
  const plan = computed((): PlanState => {
    if (isAwaited.value) return { kind: "loading", key: parts.planKey.value };
    return withScenarios(loaded.value, others.value);
  });
  const complete = computed(() =>
    isRestored.value && plan.value.kind === "ready" ? plan.value.plan : undefined,
  );
  const exchange = createExchange({ ...parts, plan: complete });
  const create = (of: Scenario): string => {
    const created = { ...of, id: newId() };
    workspace.add([created], { kind: "create", title: created.title });
    return created.id;
  };

  return {
    plan,
    keeping,
    exchange,
    visitor,
    createScenario: create,
    copyScenario: (of, mark) => {
      const copy = ownCopy(of, workspace.own.peek(), newId(), mark);
      workspace.add([copy], { kind: "duplicate", title: copy.title });
      return copy.id;
    },
    keepVisitor: () => {
      const shown = visitor.peek();
      if (shown.kind !== "here") return;
      batch(() => {
        const scenario = create(shown.scenario);
        requested.value = { ...requested.peek(), scenario, shared: undefined };
      });
    },
    leaveVisitor: () => {
      const { scenario } = route();
      const next = scenario === VISITOR ? BASELINE : scenario;
      requested.value = { ...route(), scenario: next, shared: undefined };
    },
    dispose: () => {
      keeping.dispose();
      stopVisiting();
      exchange.dispose();
    },
  };
}

function withScenarios(state: PlanState, others: readonly Scenario[]): PlanState {
  if (state.kind !== "ready" || others.length === 0) return state;
  const { plan } = state;
  return { kind: "ready", plan: { ...plan, scenarios: [...plan.scenarios, ...others] } };
}
