import { useWords } from "../app-context.ts";

/** The engine's own message, folded away. */
export function TechnicalDetail({ message }: { readonly message: string }) {
  const { t } = useWords();
  return (
    <details class="quiet">
      <summary>{t.failure.detail}</summary>
      <p class="mono">{message}</p>
    </details>
  );
}
