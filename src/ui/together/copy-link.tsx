import { useState } from "preact/hooks";

export interface CopyLinkProps {
  readonly words: { readonly copy: string; readonly copied: string };
}

/** Copies the address of what is on screen; nothing where the browser does not allow it. */
export function CopyLink({ words }: CopyLinkProps) {
  const [isCopied, setCopied] = useState(false);
  if (navigator.clipboard === undefined) return null;
  const copy = (): void => {
    navigator.clipboard.writeText(location.href).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <button type="button" class="button" onClick={copy} onBlur={() => setCopied(false)}>
      <span aria-live="polite">{isCopied ? words.copied : words.copy}</span>
    </button>
  );
}
