import type { Definition } from "../../core/model/definition.ts";
import { useKnownWords } from "./use-known-words.ts";

/** What something can be known of: indicators with targets first, then the others, then inputs. */
export function QuantityOptions({ definition }: { readonly definition: Definition }) {
  const { k, say } = useKnownWords();
  const { indicators, inputs, targets } = definition;
  const about = new Set(targets.map(({ indicator }) => indicator));
  const groups = [
    { label: k.aboutTargets, items: indicators.filter(({ id }) => about.has(id)) },
    { label: k.otherIndicators, items: indicators.filter(({ id }) => !about.has(id)) },
    { label: k.inputs, items: inputs },
  ];
  return (
    <>
      {groups.map(
        ({ label, items }) =>
          items.length > 0 && (
            <optgroup key={label} label={label}>
              {items.map((item) => (
                <option key={item.id} value={item.id}>
                  {say(item.label)}
                </option>
              ))}
            </optgroup>
          ),
      )}
    </>
  );
}
