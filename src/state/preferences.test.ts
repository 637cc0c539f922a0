import { describe, expect, it } from "vitest";
import { memoryStore } from "../../test/support/sample-app.ts";
import { createPreferences } from "./preferences.ts";

describe("preferences", () => {
  it.each([
    [["zh-CN", "en"], "zh"],
    [["en-GB", "zh"], "en"],
    [["fr", "de-AT", "en-US"], "en"],
    [["fr"], "zh"],
    [[], "zh"],
  ])("take the browser's first known language of %j", (languages, expected) => {
    expect(createPreferences(memoryStore(), languages).language.value).toBe(expected);
  });

  it("come back as they were left", () => {
    const store = memoryStore();
    const first = createPreferences(store, ["zh"]);
    first.setLanguage("en");
    first.setTheme("dark");
    first.setFolded("port", true);
    first.setFolded("city", true);
    first.setFolded("port", false);
    const second = createPreferences(store, ["zh"]);
    expect(second.language.value).toBe("en");
    expect(second.theme.value).toBe("dark");
    expect([...second.folded.value]).toEqual(["city"]);
  });

  it("take defaults where the store holds nonsense", () => {
    const store = memoryStore({ "planodds.language": "fr", "planodds.theme": "pink" });
    const preferences = createPreferences(store, ["en"]);
    expect(preferences.language.value).toBe("en");
    expect(preferences.theme.value).toBe("auto");
  });
});
