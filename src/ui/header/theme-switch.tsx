import type { ThemeChoice } from "../../state/preferences.ts";
import { useApp, useWords } from "../app-context.ts";
import { IconButton } from "../controls/icon-button.tsx";

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
    <IconButton icon={choice} label={label} onPress={() => preferences.setTheme(NEXT[choice])} />
  );
}
