/** The text of a table pasted from Word or Excel, cells parted by tabs; `undefined` where the paste has no table. Only text is taken. */
export function tableText(html: string): string | undefined {
  if (!/<table[\s>]/i.test(html)) return undefined;
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll("style, script").forEach((one) => one.remove());
  const parts: string[] = [];
  collect(page.body, parts);
  return parts
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function collect(node: Element, parts: string[]): void {
  for (const child of node.childNodes) {
    if (child instanceof HTMLTableElement) parts.push(...[...child.rows].map(rowText));
    else if (child instanceof Element && child.querySelector("table") !== null) collect(child, parts);
    else if (clean(child.textContent) !== "") parts.push(clean(child.textContent));
  }
}

function rowText(row: HTMLTableRowElement): string {
  return [...row.cells].map((cell) => clean(cell.textContent)).join("\t");
}

function clean(text: string | null): string {
  return (text ?? "").replace(/\s+/g, " ").trim();
}
