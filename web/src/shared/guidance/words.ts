export type Piece = { kind: "text"; text: string } | { kind: "link"; text: string; to: string };

// An address of the web, or of a page of ours (`/results`), standing by itself; a sign that ends a sentence is no part of it.
const ADDRESS = /(?<=^|[\s("'“:,;])(https?:\/\/[^\s<>"']+|\/[a-z][A-Za-z0-9_/.-]*)/gm;
const ENDS_SENTENCE = /[.,;:!?)\]]+$/;

/** Plain words as paragraphs of lines; addresses become links, and everything else stays the text that it is. */
export function paragraphsOf(words: string): Piece[][] {
  return words
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map(piecesOf);
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: whole, index } of text.matchAll(ADDRESS)) {
    const address = whole.replace(ENDS_SENTENCE, "");
    if (index > end) pieces.push({ kind: "text", text: text.slice(end, index) });
    pieces.push({ kind: "link", text: address, to: address });
    end = index + address.length;
  }
  if (end < text.length) pieces.push({ kind: "text", text: text.slice(end) });
  return pieces;
}
