import { DensityPreview } from "../../charts/density-preview.tsx";
import { formatObserved } from "../../core/format/format-quantity.ts";
import { centreControl, editedDistribution } from "../../core/scenario/centre-control.ts";
import type { Assumption } from "../../state/assumption-list.ts";
import { useWords } from "../app-context.ts";
import { assumptionWords } from "./assumption-words.ts";

/** The distribution beside what was observed before, where anything was. */
export function PastFigures({ item }: { readonly item: Assumption }) {
  const { t, language } = useWords();
  const words = assumptionWords(language);
  const { own, edit } = item;
  const history = "history" in own ? own.history : undefined;
  const past = Object.entries(history?.values ?? {});
  if (past.length === 0) return null;
  const values = past.map(([, value]) => value);
  const { low, high } = centreControl(own.distribution, edit);
  const years = past.map(([year]) => year);
  return (
    <div>
      <DensityPreview
        distribution={editedDistribution(own.distribution, edit)}
        own={own.distribution}
        low={Math.min(low, ...values)}
        high={Math.max(high, ...values)}
        height={64}
        observed={values}
      />
      <p class="quiet">
        {words.observed(`${years[0]}–${years.at(-1)}`)}
        {t.colon}
        {past
          .slice(-6)
          .map(([year, value]) => `${year} ${formatObserved(value, own.unit, language)}`)
          .join(t.listComma)}
      </p>
    </div>
  );
}
