import { useEffect, useId, useState } from "preact/hooks";
import { formatCount } from "../../core/format/format-number.ts";
import type { Scenario } from "../../core/scenario/scenario.ts";
import { saveBlob } from "../../export/save-blob.ts";
import { OWN_PLAN_KEY } from "../../state/plan.ts";
import { useApp, useWords } from "../app-context.ts";
import { scenarioWords } from "./scenario-words.ts";

/** The link to a scenario, to be copied. */
export function SharePanel({ scenario }: { readonly scenario: Scenario }) {
  const { language } = useWords();
  const app = useApp();
  const words = scenarioWords(language);
  const id = useId();
  const [copied, setCopied] = useState<"yes" | "refused">();
  const { draws, seed } = app.route.value;
  const link = useLink(scenario);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied("yes");
    } catch {
      setCopied("refused");
    }
  };
  return (
    <div class="share-panel">
      <label class="quiet" for={id}>
        {words.shareLabel}
      </label>
      <div class="share-row">
        <input
          id={id}
          class="field"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="button" disabled={link === ""} onClick={() => void copy()}>
          {words.copy}
        </button>
        <span class="quiet" role="status">
          {copied === "yes" ? words.copied : copied === "refused" ? words.notCopied : ""}
        </span>
      </div>
      <p class="quiet">{words.shareNote(formatCount(draws), String(seed))}</p>
      {app.route.value.plan === OWN_PLAN_KEY && <SendFile />}
    </div>
  );
}

/** A link does not hold a plan file of the user's own. */
function SendFile() {
  const { language } = useWords();
  const state = useApp().plan.value;
  const words = scenarioWords(language);
  if (state.kind !== "ready") return null;
  const { loadFiles } = state.plan;
  const save = async (): Promise<void> => {
    const { text, file } = (await loadFiles()).plan;
    saveBlob(new Blob([text], { type: "text/yaml" }), file);
  };
  return (
    <p class="share-file">
      {words.shareFile}{" "}
      <button type="button" class="button" onClick={save}>
        {words.saveFile}
      </button>
    </p>
  );
}

/** The whole address; empty until it is made. */
function useLink(scenario: Scenario): string {
  const { exchange, route } = useApp();
  const [link, setLink] = useState("");
  const { draws, seed } = route.value;
  useEffect(() => {
    let isHere = true;
    void exchange.linkTo(scenario, { draws, seed }).then((address) => {
      if (isHere) setLink(location.href.replace(/#.*$/, "") + address);
    });
    return () => {
      isHere = false;
    };
  }, [exchange, scenario, draws, seed]);
  return link;
}
