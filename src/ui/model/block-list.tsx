import { unsolvedBlocks } from "../../core/format/unsolved-blocks.ts";
import type { Block, Definition } from "../../core/model/definition.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import { useApp, useWords } from "../app-context.ts";
import { findQuantity } from "../text/find-quantity.ts";
import { SourceNote } from "./source-note.tsx";

export interface BlockListProps {
  readonly definition: Definition;
  readonly result: ScenarioResult | undefined;
}

/** The blocks of simultaneous equations: members, how well they are solved, source. */
export function BlockList({ definition, result }: BlockListProps) {
  const { say } = useWords();
  return (
    <ul class="model-list">
      {definition.blocks.map((block) => (
        <li key={block.id}>
          <h4>{say(block.label)}</h4>
          <BlockFacts block={block} definition={definition} result={result} />
          <div class="quiet">
            <SourceNote source={block.source} definition={definition} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Which indicators a block solves together, and in how many draws it could not. */
export function BlockFacts({
  block,
  definition,
  result,
}: BlockListProps & { readonly block: Block }) {
  const { t, say, language } = useWords();
  const app = useApp();
  const own = { ...definition, blocks: [block] };
  const unsolved = result === undefined ? [] : unsolvedBlocks(own, result.summary);
  return (
    <>
      <p>
        {t.model.solvedTogether}
        {block.members.map((name, index) => (
          <span key={name}>
            {index > 0 && t.listComma}
            <a href={app.href({ view: { kind: "model", name } })}>
              {findQuantity(definition, name)?.item.label[language] ?? name}
            </a>
          </span>
        ))}
      </p>
      {unsolved.map((sentence) => (
        <p key={sentence.en}>{say(sentence)}</p>
      ))}
      {result !== undefined && unsolved.length === 0 && <p class="quiet">{t.model.allSolved}</p>}
    </>
  );
}
