import { useApp, useWords } from "../app-context.ts";

/** Switches between Chinese and English. */
export function LanguageSwitch() {
  const { t, language } = useWords();
  const { preferences } = useApp();
  const other = language === "zh" ? "en" : "zh";
  return (
    <button
      type="button"
      class="icon-button"
      lang={other}
      aria-label={`${t.language.other} ${t.language.otherName}`}
      title={t.language.otherName}
      onClick={() => preferences.setLanguage(other)}
    >
      {t.language.other}
    </button>
  );
}
