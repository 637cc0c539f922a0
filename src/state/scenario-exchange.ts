import { effect, type ReadonlySignal, signal, untracked } from "@preact/signals-core";
import type { Issue } from "../core/outcome.ts";
import type { Scenario } from "../core/scenario/scenario.ts";
import type { Plan, SourceFile } from "./plan.ts";
import type { PlanReader } from "./read-plan-file.ts";
import { formatRoute } from "./route.ts";
import type { RunSettings } from "./run-settings.ts";
import { encodeShareCode } from "./share-code.ts";
import { VISITOR } from "./visitor.ts";
import type { Workspace } from "./workspace.ts";

/** A scenario file that was not taken, and why. */
export interface RefusedFile {
  readonly source: SourceFile;
  readonly issues: readonly Issue[];
}

/** Scenarios as files and as links. */
export interface ScenarioExchange {
  /** Files refused at the last import. */
  readonly refused: ReadonlySignal<readonly RefusedFile[]>;
  /** Adds the scenarios of files to the user's own, once a plan is there to read them for. */
  importFiles(files: readonly SourceFile[]): void;
  clearRefused(): void;
  /** A scenario as the text of its file. */
  textOf(scenario: Scenario): Promise<string>;
  /** The address, from `#` on, under which anyone sees a scenario with these numbers. */
  linkTo(scenario: Scenario, settings: RunSettings): Promise<string>;
}

/** What exchanging needs. */
export interface ExchangeParts {
  /** The plan on screen with its own scenarios in place. */
  readonly plan: ReadonlySignal<Plan | undefined>;
  readonly workspace: Pick<Workspace, "add">;
  readonly newId: () => string;
  readonly loadReader: () => Promise<Pick<PlanReader, "readScenario" | "writeScenario">>;
}

/** Whether a file is a scenario's, by what it says of itself. */
export const isScenarioFile = ({ text }: SourceFile): boolean => /^planodds_scenario:/m.test(text);

/** Writes scenarios as files and links, and reads files. Links are read by `followVisitor`. */
export function createExchange(parts: ExchangeParts): ScenarioExchange & { dispose(): void } {
  const { plan, workspace, newId, loadReader } = parts;
  const refused = signal<readonly RefusedFile[]>([]);
  const waiting = signal<readonly SourceFile[]>([]);

  async function take(files: readonly SourceFile[], into: Plan): Promise<void> {
    const { readScenario } = await loadReader();
    const taken: Scenario[] = [];
    const problems: RefusedFile[] = [];
    for (const source of files) {
      const outcome = readScenario(source.text, source.file, into.definition);
      if (outcome.ok) taken.push({ ...outcome.value, id: newId() });
      else problems.push({ source, issues: outcome.issues });
    }
    refused.value = problems;
    const last = taken.at(-1);
    if (last !== undefined) workspace.add(taken, { kind: "import", title: last.title });
  }

  const dispose = effect(() => {
    const files = waiting.value;
    const into = plan.value;
    if (files.length === 0 || into === undefined) return;
    untracked(() => {
      waiting.value = [];
      void take(files, into);
    });
  });
  const textOf = async (scenario: Scenario): Promise<string> => {
    const { writeScenario } = await loadReader();
    return writeScenario(scenario, plan.peek()?.definition ?? { parameters: [] });
  };

  return {
    refused,
    importFiles: (files) => {
      waiting.value = [...waiting.peek(), ...files];
    },
    clearRefused: () => {
      refused.value = [];
    },
    textOf,
    linkTo: async (scenario, { draws, seed }) => {
      const code = await encodeShareCode(await textOf(scenario));
      const { key, hash } = plan.peek() ?? { key: undefined, hash: "" };
      const view = { kind: "scoreboard" } as const;
      const shared = { code, model: hash };
      return formatRoute({ plan: key, scenario: VISITOR, view, draws, seed, shared });
    },
    dispose,
  };
}
