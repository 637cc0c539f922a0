import "./header.css";
import { useApp, useWords } from "../app-context.ts";
import { HelpButton } from "../help/help-button.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { PlanMenu } from "./plan-menu.tsx";
import { RunSettingsMenu } from "./run-settings-menu.tsx";
import { RunState } from "./run-state.tsx";
import { ScenarioPicker } from "./scenario-picker.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";
import { UndoButtons } from "./undo-buttons.tsx";
import { ViewTabs } from "./view-tabs.tsx";

/** What stays on screen: plan, pages, scenario, sampling and its state, language and theme. */
export function Header() {
  const { t } = useWords();
  const { plan } = useApp();
  const isReady = plan.value.kind === "ready";
  return (
    <header class="header">
      <div class="header-row header-top">
        <a class="brand" href="#/">
          <BrandMark />
          <span class="brand-name">{t.brand}</span>
          <span class="brand-other">{t.brandLatin}</span>
        </a>
        <PlanMenu />
        {isReady && <ViewTabs />}
        <div class="header-end">
          <LanguageSwitch />
          <ThemeSwitch />
          <HelpButton />
        </div>
      </div>
      {isReady && (
        <div class="header-row header-run">
          <ScenarioPicker />
          <div class="header-end">
            <UndoButtons />
            <RunState />
            <RunSettingsMenu />
          </div>
        </div>
      )}
    </header>
  );
}

function BrandMark() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M2 19c5 0 5.5-13 10-13v13z" fill="none" stroke="var(--ink)" stroke-width="1.5" />
      <path d="M12 6c4.500 0 5 13 10 13H12z" fill="var(--hit)" />
      <path d="M12 3v18" stroke="var(--ink)" stroke-width="1.5" />
    </svg>
  );
}
