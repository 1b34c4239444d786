import dayjs from "dayjs";
import "dayjs/locale/vi";
import i18next, { type BackendModule } from "i18next";
import { initReactI18next } from "react-i18next";
import common from "./messages/vi.json";

export type Language = "vi" | "en";

const files = import.meta.glob<{ default: object }>([
  "/src/features/*/messages/*.json",
  "/src/shared/*/messages/*.json",
]);

/** Namespace `common` is shared; messages of a feature, or of a folder of `shared`, are the namespace of that name, loaded when first used. */
const backend: BackendModule = {
  type: "backend",
  init: () => undefined,
  read: (language, namespace, done) => {
    const load =
      files[`/src/features/${namespace}/messages/${language}.json`] ??
      files[`/src/shared/${namespace === "common" ? "i18n" : namespace}/messages/${language}.json`];
    if (load === undefined) done(new Error(`no messages ${namespace}`), null);
    else
      load().then(
        (file) => done(null, file.default),
        (fault: unknown) => done(fault instanceof Error ? fault : new Error(String(fault)), null),
      );
  },
};

export function chosenLanguage(): Language {
  return localStorage.getItem("chamdiem.language") === "en" ? "en" : "vi";
}

/** Ready when the promise ends; Vietnamese is there at once, without a further file. */
export async function startMessages(): Promise<void> {
  const language = chosenLanguage();
  document.documentElement.lang = language;
  dayjs.locale(language);
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: "vi",
      ns: ["common"],
      defaultNS: "common",
      resources: { vi: { common } },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      returnNull: false,
    });
}

export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem("chamdiem.language", language);
  document.documentElement.lang = language;
  dayjs.locale(language);
  await i18next.changeLanguage(language);
}

/** Load a feature's messages before its first page asks for them. */
export async function loadMessages(namespace: string): Promise<void> {
  await i18next.loadNamespaces(namespace);
}
