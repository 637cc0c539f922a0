import "./view-tabs.css";
import { useEffect, useRef } from "preact/hooks";
import { useWidth } from "../../charts/use-width.ts";
import type { View } from "../../state/view.ts";
import { useApp, useWords } from "../app-context.ts";

/** Links to the pages. */
export function ViewTabs() {
  const { t, language } = useWords();
  const app = useApp();
  const { kind } = app.route.value.view;
  const isRanked = app.preferences.byInfluence.value;
  const tabs: readonly { readonly view: View; readonly label: string; readonly isHere: boolean }[] =
    [
      {
        view: { kind: "scoreboard" },
        label: t.views.scoreboard,
        isHere: kind === "scoreboard" || kind === "target",
      },
      {
        view: { kind: "assumptions", ...(isRanked && { sort: "influence" }) },
        label: t.views.assumptions,
        isHere: kind === "assumptions",
      },
      {
        view: { kind: "compare" },
        label: t.views.compare,
        isHere: kind === "compare" || kind === "scenarios",
      },
      {
        view: { kind: "together", must: [] },
        label: t.views.together,
        isHere: kind === "together",
      },
      { view: { kind: "known" }, label: t.views.known, isHere: kind === "known" },
      { view: app.seekPlace.value, label: t.views.seek, isHere: kind === "seek" },
      { view: { kind: "backtest" }, label: t.views.backtest, isHere: kind === "backtest" },
      {
        view: { kind: "model" },
        label: t.views.model,
        isHere: kind === "model" || kind === "annex",
      },
    ];
  const nav = useRef<HTMLElement>(null);
  const width = useWidth(nav);
  // On a phone the tabs scroll: the one that is open must be in sight.
  useEffect(() => {
    const here = nav.current?.querySelector<HTMLElement>("[aria-current]");
    if (!nav.current || !here) return;
    nav.current.scrollLeft = here.offsetLeft - (nav.current.clientWidth - here.offsetWidth) / 2;
  }, [kind, language, width]);
  return (
    <nav ref={nav} class="view-tabs" aria-label={t.views.label}>
      {tabs.map((tab) => (
        <a
          key={tab.view.kind}
          href={app.href({ view: tab.view })}
          aria-current={tab.isHere ? "page" : undefined}
        >
          {tab.label}
        </a>
      ))}
    </nav>
  );
}
