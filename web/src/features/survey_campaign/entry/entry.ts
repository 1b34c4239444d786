import { typedNumber } from "@/shared/format/numbers";

/** The key of valid responses among the cells; all others are `question|option`. */
export const VALID = "";

export interface StoredNumber {
  value: number;
  version: number;
}

/** What one typed: cell → text. */
export type Typed = ReadonlyMap<string, string>;

export function cellKey(question: string, option: string): string {
  return `${question}|${option}`;
}

export function cellOf(question: string | null, option: string | null): string {
  return question === null || option === null ? VALID : cellKey(question, option);
}

/** A block copied from a spreadsheet: rows of cells. */
export function pastedBlock(text: string): string[][] {
  return text
    .replace(/\r?\n$/, "")
    .split(/\r?\n/)
    .map((line) => line.split("\t").map((cell) => cell.trim()));
}

/** The typed cells with a block laid over the grid from one cell on; what would fall outside is left out. */
export function withBlock(typed: Typed, grid: string[][], at: [row: number, column: number], block: string[][]): Typed {
  const after = new Map(typed);
  block.forEach((line, down) =>
    line.forEach((text, right) => {
      const key = grid[at[0] + down]?.[at[1] + right];
      if (key !== undefined) after.set(key, text);
    }),
  );
  return after;
}

export interface Changes {
  /** Cells without a number yet. */
  added: { key: string; value: string }[];
  /** Cells whose number would become another: each needs the reason. */
  corrected: { key: string; value: string; version: number }[];
}

/** What saving has to tell: new numbers and corrections; a cell left blank or typed as it stands is neither. */
export function changesOf(typed: Typed, stored: ReadonlyMap<string, StoredNumber>): Changes {
  const changes: Changes = { added: [], corrected: [] };
  for (const [key, text] of typed) {
    const value = typedNumber(text);
    const before = stored.get(key);
    if (value === "" || value === String(before?.value)) continue;
    if (before === undefined) changes.added.push({ key, value });
    else changes.corrected.push({ key, value, version: before.version });
  }
  return changes;
}
