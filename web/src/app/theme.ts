import { theme, type ThemeConfig } from "antd";
import { useSyncExternalStore } from "react";

export type Appearance = "light" | "dark";

const KEY = "chamdiem.appearance";
const preferred = window.matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

function current(): Appearance {
  const kept = localStorage.getItem(KEY);
  if (kept === "light" || kept === "dark") return kept;
  return preferred.matches ? "dark" : "light";
}

export function chooseAppearance(appearance: Appearance): void {
  localStorage.setItem(KEY, appearance);
  listeners.forEach((tell) => tell());
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  preferred.addEventListener("change", tell);
  return () => {
    listeners.delete(tell);
    preferred.removeEventListener("change", tell);
  };
}

/** What the person chose, else what the device prefers. */
export function useAppearance(): Appearance {
  return useSyncExternalStore(subscribe, current);
}

/** Words on tags, darker than the palette has them: 4.5 : 1 on the tag's own ground. */
const TAG_WORDS = { green7: "#237804", volcano7: "#ad2102", gold7: "#874d00", orange7: "#873800", cyan7: "#006d75" };
const TAG_WORDS_DARK = { purple7: "#b28be6" };

/** The palette's names as the style sheets have them, too. */
function bothNames(words: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([name, value]) => [
      [name, value],
      [name.replace("7", "-7"), value],
    ]),
  );
}

/** Calm and dense, like a good ledger; every pair of colours has the contrast of WCAG 2.2 AA. */
export function themeOf(appearance: Appearance): ThemeConfig {
  const dark = appearance === "dark";
  return {
    cssVar: { key: "chamdiem" },
    hashed: false,
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...bothNames(dark ? TAG_WORDS_DARK : TAG_WORDS),
      colorSuccess: dark ? "#7cc95a" : "#237804",
      colorError: dark ? "#ff8080" : "#cf1322",
      colorPrimaryBg: dark ? "#1c2b3a" : "#e6f0fa",
      // Grounds are given, for the darker words would make theirs dull.
      ...(dark ? {} : { colorSuccessBg: "#f6ffed", colorErrorBg: "#fff2f0" }),
      colorPrimary: dark ? "#5b9bd5" : "#1d5a96",
      colorLink: dark ? "#7ab4ea" : "#1d5a96",
      colorTextSecondary: dark ? "rgba(255,255,255,0.72)" : "rgba(0,0,0,0.66)",
      colorTextTertiary: dark ? "rgba(255,255,255,0.65)" : "rgba(0,0,0,0.62)",
      colorTextDescription: dark ? "rgba(255,255,255,0.68)" : "rgba(0,0,0,0.64)",
      colorTextPlaceholder: dark ? "rgba(255,255,255,0.6)" : "rgba(0,0,0,0.58)",
      colorTextDisabled: dark ? "rgba(255,255,255,0.55)" : "rgba(0,0,0,0.55)",
      borderRadius: 4,
      fontSize: 14,
      fontFamily: 'system-ui, "Segoe UI", Roboto, Arimo, "Liberation Sans", sans-serif',
    },
    components: dark ? { Button: { primaryColor: "#000", dangerColor: "#000" } } : {},
  };
}

/** The theme's colours and fonts as variables of the whole document, for our own style sheets (`var(--ant-color-text)`). */
export function writeVariables(config: ThemeConfig): void {
  const { style } = document.documentElement;
  for (const [name, value] of Object.entries(theme.getDesignToken(config))) {
    if (typeof value === "string")
      style.setProperty(`--ant-${name.replace(/[A-Z]/g, (one) => `-${one.toLowerCase()}`)}`, value);
  }
}
