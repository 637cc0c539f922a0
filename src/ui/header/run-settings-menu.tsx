import "./run-settings-menu.css";
import { useId, useState } from "preact/hooks";
import { formatCount } from "../../core/format/format-number.ts";
import { parseDraws, parseSeed } from "../../state/run-settings.ts";
import { useApp, useWords } from "../app-context.ts";
import { Choice } from "../controls/choice.tsx";
import { Icon } from "../controls/icon.tsx";
import { Popover } from "../controls/popover.tsx";
import { compactCount } from "../text/compact-count.ts";

const PRESETS = [10_000, 100_000, 1_000_000];

/** Number of draws and seed; changes run at once. */
export function RunSettingsMenu() {
  const { t, language } = useWords();
  const { draws, seed } = useApp().route.value;
  const summary = `${t.run.drawsShort(formatCount(draws))} · ${t.run.seedShort(String(seed))}`;
  const short = t.run.drawsShort(compactCount(draws, language));
  // The name holds all that is to be seen, on a phone as well.
  const name = summary.startsWith(short) ? summary : `${summary}${t.listComma}${short}`;
  return (
    <Popover
      label={`${t.run.settings}${t.colon}${name}`}
      align="end"
      className="run-settings"
      button={
        <>
          <span class="quiet run-settings-summary">{summary}</span>
          <span class="quiet run-settings-short">{short}</span>
          <Icon name="down" />
        </>
      }
    >
      {() => (
        <div class="run-settings-form">
          <DrawsField />
          <SeedField />
        </div>
      )}
    </Popover>
  );
}

function DrawsField() {
  const { t } = useWords();
  const app = useApp();
  const { draws } = app.route.value;
  return (
    <div class="run-field">
      <Choice
        label={t.run.draws}
        showLabel
        value={String(draws)}
        options={PRESETS.map((value) => ({ value: String(value), label: formatCount(value) }))}
        onChange={(value) => app.go({ draws: Number(value) })}
      />
      <NumberField
        label={t.run.custom}
        hint={t.run.customHint}
        value={draws}
        parse={parseDraws}
        onChange={(value) => app.go({ draws: value })}
      />
    </div>
  );
}

function SeedField() {
  const { t } = useWords();
  const app = useApp();
  const { seed } = app.route.value;
  return (
    <div class="run-field">
      <NumberField
        label={t.run.seed}
        hint={t.run.seedHint}
        value={seed}
        parse={parseSeed}
        onChange={(value) => app.go({ seed: value })}
      />
      <button type="button" class="button" onClick={() => app.go({ seed: seed + 1 })}>
        {t.run.nextSeed}
      </button>
    </div>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: number;
  readonly parse: (text: string) => number | undefined;
  readonly onChange: (value: number) => void;
}

function NumberField({ label, hint, value, parse, onChange }: NumberFieldProps) {
  const { t } = useWords();
  const id = useId();
  const [text, setText] = useState<string>();
  const parsed = text === undefined ? value : parse(text);
  const apply = () => {
    if (parsed === undefined) return;
    setText(undefined);
    if (parsed !== value) onChange(parsed);
  };
  return (
    <form
      class="number-field"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <label for={id} class="quiet">
        {label}
      </label>
      <div class="number-field-row">
        <input
          id={id}
          class="field"
          inputMode="numeric"
          autoComplete="off"
          value={text ?? formatCount(value)}
          aria-invalid={parsed === undefined}
          aria-describedby={`${id}-hint`}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={parsed === undefined}>
          {t.run.apply}
        </button>
      </div>
      <p id={`${id}-hint`} class="quiet">
        {hint}
      </p>
    </form>
  );
}
