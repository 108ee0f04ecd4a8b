import { expect, test } from "vitest";
import { nextTheme, parseLocale, parseTheme, type Theme, themes } from "./preferences.ts";

test("an unknown language is Swedish, an unknown theme follows the device", () => {
  expect(parseLocale("de")).toBe("sv");
  expect(parseLocale(undefined)).toBe("sv");
  expect(parseTheme("sepia")).toBe("auto");
  expect(parseTheme("dark")).toBe("dark");
});

test("pressing the theme button visits every theme and comes back", () => {
  let theme: Theme = "auto";
  const visited = themes.map(() => {
    theme = nextTheme(theme);
    return theme;
  });
  expect(new Set(visited)).toEqual(new Set(themes));
  expect(theme).toBe("auto");
});
