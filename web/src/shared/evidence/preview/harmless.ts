const RUNS = "script, iframe, frame, object, embed, form, base, meta, link";
const LEADS = /^(https?:|mailto:|#)/i;

/** The same tree without anything that could run, load or lead astray. It must not be in the page yet. */
export function harmless(tree: HTMLElement): HTMLElement {
  tree.querySelectorAll(RUNS).forEach((one) => one.remove());
  tree.querySelectorAll("*").forEach((one) => {
    for (const { name, value } of [...one.attributes]) {
      const plain = name.toLowerCase();
      const address = plain === "href" || plain === "xlink:href" || plain === "src" || plain === "action";
      if (plain.startsWith("on") || (address && !isKept(one, plain, value))) one.removeAttribute(name);
    }
    if (one instanceof HTMLAnchorElement && !one.getAttribute("href")?.startsWith("#")) {
      one.target = "_blank";
      one.rel = "noopener noreferrer";
    }
  });
  return tree;
}

function isKept(one: Element, attribute: string, value: string): boolean {
  const plain = value.trim();
  if (attribute === "src" || one.localName === "image")
    return /^(blob:|data:image\/(png|jpe?g|gif|bmp|webp);)/i.test(plain);
  return LEADS.test(plain);
}
