import "./correlation-editor.css";
import { memo } from "preact/compat";
import { useId, useState } from "preact/hooks";
import { correlatedGroups } from "../../core/model/correlated-groups.ts";
import type { Correlation, Definition, Input } from "../../core/model/definition.ts";
import { changeSubject, pairSubject, replaceChanges } from "../../core/scenario/quantity-edit.ts";
import type { Text } from "../../core/text.ts";
import { conflictsIn } from "../../state/correlation-conflicts.ts";
import { useApp, useWords } from "../app-context.ts";
import { NumberEntry } from "../controls/number-entry.tsx";
import { ScrollRegion } from "../controls/scroll-region.tsx";
import { plainNumber } from "../text/expression-parts.ts";
import { findQuantity } from "../text/find-quantity.ts";
import { assumptionWords } from "./assumption-words.ts";
import { BY_HAND } from "./use-quantity-edit.ts";

type Pair = readonly [string, string];

const LARGEST = 0.99;
const isRank = (value: number): boolean => Math.abs(value) <= LARGEST;

interface CorrelationEditorProps {
  readonly definition: Definition;
}

/** The rank correlations of each group as a matrix; what cannot hold together is told and not taken. */
export const CorrelationEditor = memo(function CorrelationEditor(props: CorrelationEditorProps) {
  const { definition } = props;
  const { language } = useWords();
  const words = assumptionWords(language);
  const { problem, correlate } = useCorrelating(definition);
  const groups = correlatedGroups(definition.correlations, definition.copulas);
  return (
    <div class="correlation-editor">
      <p class="quiet">{words.correlationsLead}</p>
      {groups.map(({ names, choice }) => (
        <div key={names.join(" ")}>
          {choice !== undefined && <p class="quiet">{words.joined(plainNumber(choice.df))}</p>}
          <CorrelationMatrix names={names} definition={definition} onChange={correlate} />
        </div>
      ))}
      <AddPair definition={definition} onAdd={correlate} />
      <p class="assumption-problem" role="alert">
        {problem !== undefined && `${problem.message[language]} ${problem.remedy[language]}`}
      </p>
    </div>
  );
}, isSame);

/** Of the distributions it matters only which are fixed: a moved one leaves the matrices alone. */
function isSame(
  { definition: before }: CorrelationEditorProps,
  { definition: after }: CorrelationEditorProps,
): boolean {
  return (
    before.correlations === after.correlations &&
    before.copulas === after.copulas &&
    before.inputs.length === after.inputs.length &&
    before.inputs.every((input, index) => isFixed(input) === isFixed(after.inputs[index]))
  );
}

const isFixed = (input: Input | undefined): boolean => input?.distribution.kind === "constant";

/** Takes a correlation into the scenario where all can still hold. */
function useCorrelating(definition: Definition) {
  const app = useApp();
  const [problem, setProblem] = useState<{ readonly message: Text; readonly remedy: Text }>();
  const correlate = (between: Pair, rank: number): void => {
    const subject = pairSubject(between);
    const others = definition.correlations.filter((pair) => pairSubject(pair.between) !== subject);
    const [conflict] = conflictsIn([...others, { between, rank }], definition);
    setProblem(conflict);
    if (conflict !== undefined) return;
    const changes = app.scenario.peek()?.changes ?? [];
    const why = changes.find((change) => changeSubject(change) === subject)?.why ?? BY_HAND;
    const isOwn = rankIn(app, between) === rank;
    app.workspace.edit(
      replaceChanges(changes, subject, isOwn ? [] : [{ kind: "correlation", between, rank, why }]),
      { kind: "edit", subject },
    );
  };
  return { problem, correlate };
}

/** The rank of the unchanged model. */
function rankIn(app: ReturnType<typeof useApp>, between: Pair): number | undefined {
  const state = app.plan.peek();
  if (state.kind !== "ready") return undefined;
  return rankOf(state.plan.definition.correlations, between);
}

function rankOf(correlations: readonly Correlation[], between: Pair): number | undefined {
  const subject = pairSubject(between);
  return correlations.find((pair) => pairSubject(pair.between) === subject)?.rank;
}

interface CorrelationMatrixProps {
  readonly names: readonly string[];
  readonly definition: Definition;
  readonly onChange: (between: Pair, rank: number) => void;
}

function CorrelationMatrix({ names, definition, onChange }: CorrelationMatrixProps) {
  const { language } = useWords();
  const words = assumptionWords(language);
  const label = (name: string): string =>
    findQuantity(definition, name)?.item.label[language] ?? name;
  return (
    <ScrollRegion label={words.correlations}>
      <table class="correlation-matrix">
        <thead>
          <tr>
            <td />
            {names.slice(0, -1).map((name) => (
              <th key={name} scope="col">
                <span>{label(name)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.slice(1).map((row, at) => (
            <tr key={row}>
              <th scope="row">{label(row)}</th>
              {names.slice(0, at + 1).map((column) => (
                <td key={column}>
                  <NumberEntry
                    label={words.rankOf(label(row), label(column))}
                    value={rankOf(definition.correlations, [column, row]) ?? 0}
                    accept={isRank}
                    problem={words.notNumber}
                    onChange={(rank) => onChange([column, row], rank)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface AddPairProps {
  readonly definition: Definition;
  readonly onAdd: (between: Pair, rank: number) => void;
}

function AddPair({ definition, onAdd }: AddPairProps) {
  const { say, language } = useWords();
  const words = assumptionWords(language);
  const id = useId();
  const [pair, setPair] = useState<Pair>(["", ""]);
  const [rank, setRank] = useState(0.3);
  const joined = new Set((definition.jointGroups ?? []).flatMap(({ members }) => members));
  const choices = definition.inputs.filter((input) => !isFixed(input) && !joined.has(input.id));
  const [first, second] = pair;
  const choose = (
    value: string,
    onChoose: (name: string) => void,
    label: string,
    other: string,
  ) => (
    <select
      class="field"
      value={value}
      aria-label={label}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      <option value="">{label}…</option>
      {choices
        .filter((input) => input.id !== other)
        .map((input) => (
          <option key={input.id} value={input.id}>
            {say(input.label)}
          </option>
        ))}
    </select>
  );
  return (
    <form
      class="add-pair"
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(pair, rank);
        setPair(["", ""]);
      }}
    >
      <span id={id} class="quiet">
        {words.addPair}
      </span>
      {choose(first, (name) => setPair([name, second]), words.first, second)}
      {choose(second, (name) => setPair([first, name]), words.second, first)}
      <NumberEntry
        label={words.rankOf(words.first, words.second)}
        value={rank}
        accept={isRank}
        problem={words.notNumber}
        onChange={setRank}
      />
      <button type="submit" class="button" disabled={first === "" || second === ""}>
        {words.add}
      </button>
    </form>
  );
}
