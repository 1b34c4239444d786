import { RevoGrid } from "@revolist/react-datagrid";
import { useEffect, useEffectEvent, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { columnsOf } from "./leafColumns";
import { pastedCells, placed } from "./paste";
import type { Row } from "./rows";
import { useHeadingRows } from "./useHeadingRows";
import { useTyping } from "./useTyping";
import "./grid.css";

type Change = { score?: string; reason?: string };
const TYPED = ["score", "reason"];

/** One leaf over all units, typed like a spreadsheet. It knows nothing of saving: what is typed is told by `onType`. */
export default function LeafGrid(props: {
  rows: Row[];
  dark: boolean;
  writable: boolean;
  onType: (key: string, change: Change) => void;
  onFocus: (key: string) => void;
  onOpen: (key: string) => void;
  onTick: (key: string) => void;
  onLeft: (count: number) => void;
}) {
  const { rows, dark, writable, onType, onFocus, onOpen, onTick, onLeft } = props;
  const { t } = useTranslation("scoring");
  const grid = useRef<HTMLRevoGridElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const tick = useEffectEvent(onTick);
  const open = useEffectEvent(onOpen);
  const columns = useMemo(() => columnsOf((name) => t(`column.${name}`), writable), [t, writable]);
  useEffect(() => {
    const element = grid.current;
    // Buttons and boxes in cells tell by their key; the cells themselves are drawn by the grid, not by React.
    const onClick = (event: Event) => {
      const made = (event.target as HTMLElement).closest<HTMLElement>("[data-act]");
      if (made?.dataset.act === "tick") tick(made.dataset.key ?? "");
      if (made?.dataset.act === "open") open(made.dataset.key ?? "");
    };
    element?.addEventListener("click", onClick);
    return () => element?.removeEventListener("click", onClick);
  }, []);

  useHeadingRows(grid);
  const nameAt = (column: number) => String(columns[column]?.prop ?? "");
  useTyping(grid, field, {
    columns: { pinned: columns.filter((column) => column.pin !== undefined).length, all: columns.length },
    rows: rows.length,
    textOf: ({ row, column }) => {
      const [line, name] = [rows[row], nameAt(column)];
      if (!line || line.locked || !writable || !TYPED.includes(name)) return undefined;
      return line[name as keyof Change];
    },
    labelOf: ({ row, column }) => `${t(`column.${nameAt(column)}`)}, ${rows[row]?.unit ?? ""}`,
    onCommit: ({ row, column }, text) => {
      const [line, name] = [rows[row], nameAt(column) as keyof Change];
      if (line && line[name] !== text) onType(line.key, { [name]: text });
    },
    onAct: ({ row, column }) => {
      const line = rows[row];
      if (!line) return;
      if (nameAt(column) === "files") onOpen(line.key);
      else if (!line.locked) onTick(line.key);
    },
  });

  const typeAll = (models: Record<number, Row>, data: Record<number, Change>) => {
    for (const [place, change] of Object.entries(data)) {
      const row = models[Number(place)] ?? rows[Number(place)];
      if (row && !row.locked) onType(row.key, onlyTyped(change));
    }
  };
  const paste = useEffectEvent(
    async (event: CustomEvent<{ event: ClipboardEvent; dataText?: string; raw: string }>) => {
      event.preventDefault();
      event.detail.event.preventDefault();
      const text = event.detail.dataText ?? event.detail.raw;
      const range = await grid.current?.getSelectedRange();
      const focused = await grid.current?.getFocused();
      if (!range && !focused) return;
      const at = range
        ? { row: range.y, column: range.x, toRow: range.y1, toColumn: range.x1 }
        : { row: focused?.cell.y ?? 0, column: focused?.cell.x ?? 0 };
      // Pinned columns are counted on their own, so columns here are those of the middle alone.
      const names = columns.filter((column) => column.pin === undefined).map((column) => String(column.prop));
      const { put, left } = placed(pastedCells(text), at, { rows: rows.length, columns: names.length });
      const changes = new Map<string, Change>();
      let unfit = left;
      for (const one of put) {
        const row = rows[one.row];
        const name = names[one.column] ?? "";
        if (row === undefined || row.locked || !TYPED.includes(name)) unfit += 1;
        else changes.set(row.key, { ...changes.get(row.key), [name]: one.text });
      }
      changes.forEach((change, key) => onType(key, change));
      if (unfit > 0) onLeft(unfit);
    },
  );
  // The grid's own clipboard tells of a paste by an event that bubbles; it is not among the properties of the component.
  useEffect(() => {
    const element = grid.current;
    const onPaste = (event: Event) => void paste(event as Parameters<typeof paste>[0]);
    element?.addEventListener("beforepaste", onPaste);
    return () => element?.removeEventListener("beforepaste", onPaste);
  }, []);

  return (
    <div className="grid-holder">
      <RevoGrid
        ref={grid}
        className="leaf-grid"
        theme={dark ? "darkCompact" : "compact"}
        source={rows as never[]}
        columns={columns}
        rowSize={34}
        range
        resize
        canFocus
        hideAttribution
        filter={false}
        aria-label={t("grid_label")}
        onBeforeedit={(event: CustomEvent) => {
          event.preventDefault();
          const { model, prop, val } = event.detail as { model: Row; prop: string; val: unknown };
          if (!model.locked && TYPED.includes(prop)) onType(model.key, { [prop]: String(val ?? "") });
        }}
        onBeforerangeedit={(event: CustomEvent) => {
          event.preventDefault();
          const { models, data } = event.detail as { models: Record<number, Row>; data: Record<number, Change> };
          typeAll(models, data);
        }}
        onAfterfocus={(event: CustomEvent) => {
          const { model } = event.detail as { model?: Row };
          if (model) onFocus(model.key);
        }}
      />
      <input
        ref={field}
        className="cell-field"
        tabIndex={-1}
        autoComplete="off"
        spellCheck={false}
        maxLength={10_000}
        aria-label={t("column.score")}
      />
    </div>
  );
}

function onlyTyped(change: Record<string, unknown>): Change {
  return Object.fromEntries(
    Object.entries(change)
      .filter(([name]) => TYPED.includes(name))
      .map(([name, value]) => [name, String(value ?? "")]),
  );
}
