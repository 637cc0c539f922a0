import type { Language } from "../core/text.ts";

/** The language that the environment asks for, in the order of POSIX: LC_ALL, LC_MESSAGES, LANG. */
export function environmentLanguage(
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const locale = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
  return /^zh/i.test(locale) ? "zh" : "en";
}
