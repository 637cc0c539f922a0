import { useEffect, useState } from "preact/hooks";
import { unitLabel } from "../../core/model/unit.ts";
import { usersOf } from "../../state/dependencies.ts";
import { useApp, useWords } from "../app-context.ts";
import { Icon } from "../controls/icon.tsx";
import { expressionText } from "../text/expression-text.ts";
import { findQuantity } from "../text/find-quantity.ts";
import { QuantityCard, type QuantityCardProps } from "./quantity-card.tsx";

export type QuantityEntryProps = Omit<QuantityCardProps, "linkOf" | "onOpen"> & {
  /** Whether the address names it. */
  readonly isOpen: boolean;
};

/** A line of the model that opens to all that is known of it. */
export function QuantityEntry({ isOpen, ...props }: QuantityEntryProps) {
  const { t, say, language } = useWords();
  const app = useApp();
  const [isUnfolded, setUnfolded] = useState(isOpen);
  useEffect(() => {
    if (isOpen) setUnfolded(true);
  }, [isOpen]);
  const quantity = findQuantity(props.definition, props.name);
  if (quantity === undefined) return null;
  const { item } = quantity;
  const linkOf = (name: string) => app.href({ view: { kind: "model", name } });
  const users = usersOf(props.definition, props.name);
  const formula =
    quantity.kind === "indicator"
      ? expressionText(quantity.item.equation, props.definition, language)
      : quantity.item.distributionText;
  return (
    <div class={`entry ${isOpen ? "is-open" : ""}`} id={`quantity-${props.name}`}>
      <button
        type="button"
        class="entry-head"
        aria-expanded={isUnfolded}
        onClick={() => setUnfolded(!isUnfolded)}
      >
        <Icon name={isUnfolded ? "down" : "right"} />
        <span class="entry-label">
          {say(item.label)}
          {quantity.kind === "input" && quantity.item.lever && (
            <span class="tag">{t.card.lever}</span>
          )}
        </span>
        <span class={`entry-formula quiet ${quantity.kind === "indicator" ? "" : "mono"}`}>
          {formula}
        </span>
        <span class="entry-unit quiet">
          {item.unit === "1" ? "" : unitLabel(item.unit, language)}
        </span>
      </button>
      {isUnfolded && (
        <div class="entry-body">
          <QuantityCard {...props} linkOf={linkOf} />
          {users.length > 0 && (
            <p class="entry-users">
              <span class="quiet">
                {t.card.usedBy}
                {t.colon}
              </span>
              {users.map((id, index) => (
                <span key={id}>
                  {index > 0 && t.listComma}
                  <a href={linkOf(id)}>
                    {findQuantity(props.definition, id)?.item.label[language]}
                  </a>
                </span>
              ))}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
