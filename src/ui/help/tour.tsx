import "./tour.css";
import { useEffect, useState } from "preact/hooks";
import { useApp, useWords } from "../app-context.ts";
import { helpWords } from "./help-words.ts";

/** What each step points at, in the order of the words. */
const PLACES = [
  ".summary",
  ".board-row",
  '.view-tabs a[href*="/assumptions"]',
  ".scenario-picker .popover-button",
  ".help-button",
];

/** Five remarks on the first visit, beside the page and never over it; skipped for good at any step. */
export function Tour() {
  const { language } = useWords();
  const { preferences } = useApp();
  const words = helpWords(language);
  const [step, setStep] = useState(0);
  const remark = words.steps[step];
  const frame = useFrame(PLACES[step] ?? "");
  if (remark === undefined) return null;
  const isLast = step === words.steps.length - 1;
  const end = (): void => preferences.setToured(true);
  return (
    <>
      {frame !== undefined && <div class="tour-frame" style={frame} />}
      <section
        class="tour"
        aria-label={words.tour}
        onKeyDown={(event) => {
          if (event.key === "Escape") end();
        }}
      >
        <h2 class="tour-title">{remark.title}</h2>
        <p aria-live="polite">{remark.body}</p>
        <div class="tour-actions">
          <span class="quiet">{words.step(step + 1, words.steps.length)}</span>
          {!isLast && (
            <button type="button" class="button button-quiet" onClick={end}>
              {words.skip}
            </button>
          )}
          <button
            type="button"
            class="button button-strong"
            onClick={() => (isLast ? end() : setStep(step + 1))}
          >
            {isLast ? words.done : words.next}
          </button>
        </div>
      </section>
    </>
  );
}

/** Scrolls only where the element is out of the upper half of the screen, which the remark leaves free. */
function bringIntoSight(element: Element | null): void {
  const box = element?.getBoundingClientRect();
  if (box === undefined || (box.top >= 0 && box.bottom <= innerHeight / 2)) return;
  element?.scrollIntoView({ block: box.height > innerHeight / 2 ? "start" : "center" });
}

/** Where an element is on the screen; follows scrolling and resizing. */
function useFrame(selector: string) {
  const [frame, setFrame] = useState<Readonly<Record<string, string>>>();
  useEffect(() => {
    const measure = (): void => {
      const box = document.querySelector(selector)?.getBoundingClientRect();
      const top = Math.max(0, (box?.top ?? 0) - 4);
      setFrame(
        box && {
          left: `${box.left - 4}px`,
          top: `${top}px`,
          width: `${box.width + 8}px`,
          height: `${Math.max(0, box.bottom + 4 - top)}px`,
        },
      );
    };
    bringIntoSight(document.querySelector(selector));
    measure();
    window.addEventListener("scroll", measure, { passive: true });
    window.addEventListener("resize", measure);
    return () => {
      window.removeEventListener("scroll", measure);
      window.removeEventListener("resize", measure);
    };
  }, [selector]);
  return frame;
}
