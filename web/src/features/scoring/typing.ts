import { begins, moved, type Place } from "./cursor";

/** What the typing has to know of the grid, and whom it tells. */
export interface About {
  columns: { pinned: number; all: number };
  rows: number;
  /** What stands in a cell, or undefined where nothing may be typed. */
  textOf: (place: Place) => string | undefined;
  labelOf: (place: Place) => string;
  onCommit: (place: Place, text: string) => void;
  /** Enter or a blank in a cell that is not typed into. */
  onAct: (place: Place) => void;
}

interface Open extends Place {
  /** `over`: typing replaced what stood there, so arrows lead on; `in`: the text itself is changed, so arrows move within it. */
  how: "over" | "in";
}

interface Focused {
  colType: string;
  rowIndex: number;
  colIndex: number;
}

/**
 * Typing into a grid as into a spreadsheet. The grid's own editor opens a moment after the key, and what is typed in that moment goes
 * astray; here the place is known and the field has the keyboard before the key is done, so no speed is too fast.
 */
export class Typing {
  private at: Place;
  private active = false;
  private open: Open | null = null;
  /** Whether the grid is expected to move its focus by itself. */
  private led = false;

  constructor(
    private readonly grid: HTMLRevoGridElement,
    private readonly field: HTMLInputElement,
    public about: About,
  ) {
    this.at = { row: 0, column: about.columns.pinned };
  }

  /** Listens until what it returns is called. */
  listen(): () => void {
    const gone = new AbortController();
    const { signal } = gone;
    const early = { capture: true, signal };
    document.addEventListener("keydown", (event) => this.onKey(event), early);
    document.addEventListener("pointerdown", (event) => this.onPress(event), early);
    document.addEventListener("focusin", (event) => this.onFocusIn(event.target), { signal });
    this.grid.addEventListener("afterfocus", (event) => this.onFocused((event as CustomEvent<Focused>).detail), {
      signal,
    });
    this.grid.addEventListener("dblclick", () => this.change(), { signal });
    this.grid.addEventListener("viewportscroll", () => this.put(), { signal });
    this.grid.addEventListener("beforeeditstart", (event) => event.preventDefault(), { signal });
    return () => {
      this.end(true);
      gone.abort();
    };
  }

  private drawn(place: Place): HTMLElement | null {
    const { side, x } = this.sideOf(place);
    return this.grid.querySelector<HTMLElement>(
      `revogr-viewport-scroll.${side} .rgCell[data-rgcol="${x}"][data-rgrow="${place.row}"]`,
    );
  }

  private sideOf(place: Place): { side: "colPinStart" | "rgCol"; x: number } {
    const { pinned } = this.about.columns;
    return place.column < pinned
      ? { side: "colPinStart", x: place.column }
      : { side: "rgCol", x: place.column - pinned };
  }

  private go(place: Place): void {
    this.at = place;
    const { side, x } = this.sideOf(place);
    const cell = { x, y: place.row };
    void this.grid.setCellsFocus(cell, cell, side);
  }

  /** Lays the field over its cell, where that is drawn. */
  private put(): void {
    const cell = this.open && this.drawn(this.open);
    const holder = this.field.offsetParent;
    if (!cell || !holder) return;
    const [to, from] = [cell.getBoundingClientRect(), holder.getBoundingClientRect()];
    this.field.style.transform = `translate(${to.left - from.left}px, ${to.top - from.top}px)`;
    this.field.style.inlineSize = `${to.width}px`;
    this.field.style.blockSize = `${to.height}px`;
  }

  private begin(how: Open["how"], text: string): void {
    this.open = { ...this.at, how };
    this.field.value = text;
    this.field.setAttribute("aria-label", this.about.labelOf(this.at));
    this.field.dataset.open = "true";
    this.put();
    this.field.focus({ preventScroll: true });
  }

  /** Opens the cell to change what stands there. */
  private change(): void {
    const text = this.about.textOf(this.at);
    if (text !== undefined) this.begin("in", text);
  }

  private end(keep: boolean): void {
    const was = this.open;
    if (was === null) return;
    this.open = null;
    delete this.field.dataset.open;
    if (keep) this.about.onCommit(was, this.field.value);
  }

  private move(event: KeyboardEvent): Place | undefined {
    const { rows, columns } = this.about;
    return moved(this.at, event.key, event.shiftKey, { rows, columns: columns.all });
  }

  private onKey(event: KeyboardEvent): void {
    if (!this.active || event.isComposing) return;
    if (this.open) this.onKeyWithin(event, this.open);
    else this.onKeyBetween(event);
  }

  private onKeyWithin(event: KeyboardEvent, open: Open): void {
    this.field.focus({ preventScroll: true });
    event.stopPropagation();
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const leads = open.how === "over" ? /^(Enter|Tab|Arrow.*)$/ : /^(Enter|Tab|ArrowUp|ArrowDown)$/;
    if (event.key === "Escape") this.end(false);
    else if (plain && leads.test(event.key)) {
      this.end(true);
      this.go(this.move(event) ?? this.at);
    } else return;
    event.preventDefault();
  }

  private onKeyBetween(event: KeyboardEvent): void {
    const text = this.about.textOf(this.at);
    if (text !== undefined && begins(event)) {
      // The sign itself is written by the browser, into the field that now has the keyboard.
      event.stopPropagation();
      this.begin("over", "");
      return;
    }
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    // With these the grid selects, or goes to an edge, and tells where it went.
    if (event.key.startsWith("Arrow") && (event.shiftKey || !plain)) this.led = true;
    if (!plain || (event.shiftKey && event.key.startsWith("Arrow"))) return;
    const onControl = event.target instanceof Element && event.target.closest("input, button") !== null;
    if (event.key === "F2") this.change();
    else if (text === undefined && (event.key === " " || event.key === "Enter")) {
      if (onControl) return;
      this.about.onAct(this.at);
    } else {
      const to = this.move(event);
      if (to === undefined) {
        if (event.key === "Tab") this.leave(event);
        return;
      }
      this.go(to);
    }
    event.stopPropagation();
    event.preventDefault();
  }

  private leave(event: KeyboardEvent): void {
    event.stopPropagation();
    // The grid itself is reached by Tab: it must not be the next stop on the way back out of it.
    this.grid.setAttribute("tabindex", "-1");
    setTimeout(() => this.grid.setAttribute("tabindex", "0"));
  }

  private onFocused({ colType, rowIndex, colIndex }: Focused): void {
    const place = { row: rowIndex, column: colType === "rgCol" ? colIndex + this.about.columns.pinned : colIndex };
    if (place.row !== this.at.row || place.column !== this.at.column) {
      // It may be some keys behind: it leads only where the key or the click was its own.
      if (this.led) this.at = place;
    } else if (this.open) this.put();
    else if (this.active) this.drawn(place)?.focus({ preventScroll: true });
    this.led = false;
  }

  private onPress(event: PointerEvent): void {
    const target = event.target;
    if (!(target instanceof Element) || target === this.field) return;
    this.end(true);
    this.active = this.grid.contains(target);
    const cell = this.active ? target.closest<HTMLElement>(".rgCell") : null;
    if (cell === null) return;
    const isPinned = cell.closest("revogr-viewport-scroll")?.classList.contains("colPinStart") ?? false;
    const column = Number(cell.dataset.rgcol) + (isPinned ? 0 : this.about.columns.pinned);
    const place = { row: Number(cell.dataset.rgrow), column };
    const again = place.row === this.at.row && place.column === this.at.column;
    this.at = place;
    // A finger knows no double click: touching the chosen cell once more opens it.
    if (event.pointerType === "touch" && again) setTimeout(() => this.change());
  }

  private onFocusIn(target: EventTarget | null): void {
    if (!(target instanceof Node)) return;
    const inside = this.grid.contains(target) || target === this.field;
    if (!inside) this.end(true);
    this.active = inside;
    const last = this.about.rows - 1;
    if (target === this.grid && last >= 0) this.go({ ...this.at, row: Math.min(this.at.row, last) });
  }
}
