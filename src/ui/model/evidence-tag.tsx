import "./evidence-tag.css";
import { EVIDENCE_NAMES } from "../../core/format/evidence-words.ts";
import type { Evidence } from "../../core/model/evidence.ts";
import { useWords } from "../app-context.ts";

/** The kind of evidence in a word, with a shape of its own. */
export function EvidenceTag({ kind }: { readonly kind: Evidence }) {
  const { say } = useWords();
  return <span class={`evidence-tag is-${kind}`}>{say(EVIDENCE_NAMES[kind])}</span>;
}
