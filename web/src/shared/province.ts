// Both edges write these into the start page, so that they are there before anything is drawn.

/** The province whose installation this is, as its settings name it; empty where they name none. */
export const province = document.querySelector<HTMLMetaElement>('meta[name="province"]')?.content ?? "";

/** Where the emblem lies: the province's own, or ours. */
export const emblem =
  document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.getAttribute("href") ?? "/emblem.svg";

/** The document's title of a page. */
export function titleOf(page: string, system: string): string {
  return [page, system, province].filter((part) => part !== "").join(" · ");
}
