import type { ThemeChoice } from "../../state/preferences.ts";
import { useApp, useWords } from "../app-context.ts";
import { Icon } from "../controls/icon.tsx";

const NEXT: Readonly<Record<ThemeChoice, ThemeChoice>> = {
  auto: "light",
  light: "dark",
  dark: "auto",
};

/** Steps through following the system, light and dark. */
export function ThemeSwitch() {
  const { t } = useWords();
  const { preferences } = useApp();
  const choice = preferences.theme.value;
  const label = `${t.theme.label}${t.colon}${t.theme[choice]}`;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      onClick={() => preferences.setTheme(NEXT[choice])}
    >
      <Icon name={choice} />
    </button>
  );
}
