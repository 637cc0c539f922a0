import { expect, test } from "vitest";
import { environmentLanguage } from "./environment-language.ts";

// Order of the variables: POSIX.1-2017, chapter 8.2.
test.each([
  [{}, "en"],
  [{ LANG: "C.UTF-8" }, "en"],
  [{ LANG: "zh_CN.UTF-8" }, "zh"],
  [{ LANG: "zh_CN.UTF-8", LC_ALL: "en_GB.UTF-8" }, "en"],
  [{ LANG: "en_GB.UTF-8", LC_MESSAGES: "zh_TW" }, "zh"],
  [{ LANG: "zh_CN", LC_ALL: "" }, "zh"],
])("%o speaks %s", (environment, language) => {
  expect(environmentLanguage(environment)).toBe(language);
});
