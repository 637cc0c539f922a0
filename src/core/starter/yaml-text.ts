import type { Text } from "../text.ts";

/** A text for a YAML value inside `{ }`, in quotes unless it is plain words. */
function yamlText(text: string): string {
  const isPlain =
    /^\p{L}[\p{L}\p{N} （）。，、〔〕]*$/u.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isPlain && text === text.trim() ? text : JSON.stringify(text);
}

/** `{ zh: …, en: … }` */
export const yamlTexts = ({ zh, en }: Text): string =>
  `{ zh: ${yamlText(zh)}, en: ${yamlText(en)} }`;

/** A text for a comment: on one line. */
export const commentText = (text: string): string => text.replace(/\s+/g, " ").trim();
