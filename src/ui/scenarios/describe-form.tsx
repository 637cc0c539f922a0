import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Scenario } from "../../core/scenario/scenario.ts";
import type { Language, Text } from "../../core/text.ts";
import { useApp, useWords } from "../app-context.ts";
import { scenarioWords } from "./scenario-words.ts";

const other: Readonly<Record<Language, Language>> = { zh: "en", en: "zh" };

/** A text in both languages, one standing in for the other where that is empty; undefined where both are. */
function filled(text: Text): Text | undefined {
  const zh = text.zh.trim();
  const en = text.en.trim();
  return zh === "" && en === "" ? undefined : { zh: zh || en, en: en || zh };
}

export interface DescribeFormProps {
  readonly scenario: Scenario;
  readonly onDone: () => void;
}

/** Title and story in both languages, the language of the screen first. */
export function DescribeForm({ scenario, onDone }: DescribeFormProps) {
  const { language } = useWords();
  const { workspace } = useApp();
  const words = scenarioWords(language);
  const [title, setTitle] = useState(scenario.title);
  const [story, setStory] = useState(scenario.story);
  const named = filled(title);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.select(), []);
  const languages = [language, other[language]];
  const titleLabels = { zh: words.titleZh, en: words.titleEn };
  const storyLabels = { zh: words.storyZh, en: words.storyEn };
  return (
    <form
      class="describe-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (named === undefined) return;
        const described = { ...scenario, title: named, story: filled(story) ?? named };
        workspace.replace(described, { kind: "describe", title: named });
        onDone();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onDone();
      }}
    >
      {languages.map((each, index) => (
        <Field key={each} label={titleLabels[each]}>
          {(id) => (
            <input
              {...(index === 0 && { ref: first })}
              id={id}
              lang={each}
              class="field"
              value={title[each]}
              aria-invalid={named === undefined}
              onInput={(event) => setTitle({ ...title, [each]: event.currentTarget.value })}
            />
          )}
        </Field>
      ))}
      {languages.map((each) => (
        <Field key={each} label={storyLabels[each]}>
          {(id) => (
            <textarea
              id={id}
              lang={each}
              class="field"
              rows={3}
              value={story[each]}
              onInput={(event) => setStory({ ...story, [each]: event.currentTarget.value })}
            />
          )}
        </Field>
      ))}
      <p class="quiet describe-note">
        {named === undefined ? words.needsTitle : words.oneLanguage}
      </p>
      <div class="describe-actions">
        <button type="submit" class="button button-strong" disabled={named === undefined}>
          {words.save}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly children: (id: string) => preact.JSX.Element;
}

function Field({ label, children }: FieldProps) {
  const id = useId();
  return (
    <div class="describe-field">
      <label for={id} class="quiet">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
