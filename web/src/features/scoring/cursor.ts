/** A cell by its row and its column, counted from the left over pinned and other columns alike. */
export interface Place {
  row: number;
  column: number;
}

const PAGE = 10;
const STEPS: Record<string, [down: number, across: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Enter: [1, 0],
  Tab: [0, 1],
  PageUp: [-PAGE, 0],
  PageDown: [PAGE, 0],
};

/** Where a key leads, kept within the grid; undefined where it leads nowhere, or out of the grid (Tab at either end of a line). */
export function moved(
  from: Place,
  key: string,
  back: boolean,
  size: { rows: number; columns: number },
): Place | undefined {
  const step = STEPS[key];
  if (step === undefined || size.rows === 0) return undefined;
  const turn = back && (key === "Enter" || key === "Tab") ? -1 : 1;
  const row = Math.min(Math.max(from.row + turn * step[0], 0), size.rows - 1);
  const column = from.column + turn * step[1];
  if (column >= 0 && column < size.columns) return { row, column };
  return key === "Tab" ? undefined : { row, column: from.column };
}

/** Whether a key begins a text: a sign, or what an input method is about to make one of. */
export function begins(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "keyCode">): boolean {
  // Windows tells AltGr, which writes signs too, as both of these keys.
  if ((event.ctrlKey || event.altKey) && !(event.ctrlKey && event.altKey)) return false;
  return !event.metaKey && (event.key.length === 1 || event.key === "Process" || event.keyCode === 229);
}
