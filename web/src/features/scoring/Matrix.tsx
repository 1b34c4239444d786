import { RevoGrid, type ColumnRegular } from "@revolist/react-datagrid";
import { Flex } from "antd";
import { useEffect, useEffectEvent, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { points } from "@/shared/format/numbers";
import { passes, sheetsByName } from "./facts";
import { Filters } from "./Filters";
import type { Grid, GridCell } from "./keys";
import { signed } from "./rows";
import { useFilter } from "./useFilter";
import { useHeadingRows } from "./useHeadingRows";
import { useIsDark } from "./useIsDark";
import "./grid.css";

type Line = Record<string, string>;

/** All units by all leaves, for the eye: each cell the appraised score, or the unit's own in brackets. Enter or a click opens the leaf. */
export default function Matrix({ grid }: { grid: Grid }) {
  const { t } = useTranslation("scoring");
  const dark = useIsDark();
  const navigate = useNavigate();
  const { program = "", appraisalId = "" } = useParams();
  const [params] = useSearchParams();
  const [filter, change] = useFilter();
  const columns = useMemo(
    () => [
      { prop: "unit", name: t("column.unit"), size: 240, pin: "colPinStart" as const, readonly: true, filter: false },
      ...grid.leaves.map((leaf, place): ColumnRegular => ({
        prop: `l${place}`,
        name: leaf.item,
        size: 76,
        readonly: true,
        filter: false,
        columnProperties: () => ({ title: leaf.title }),
        cellProperties: ({ model }) => ({ class: `matrix-cell ${(model as Line)[`t${place}`] ?? ""}` }),
      })),
    ],
    [grid.leaves, t],
  );
  const rows = useMemo(
    () => linesOf(grid, (cell, sheet) => passes(cell, sheet, filter), t("claim")),
    [grid, filter, t],
  );
  const element = useRef<HTMLRevoGridElement>(null);
  useHeadingRows(element);
  const open = useEffectEvent(async () => {
    const focused = await element.current?.getFocused();
    const leaf = focused?.colType === "rgCol" ? grid.leaves[focused.cell.x] : undefined;
    if (!leaf) return;
    const kept = new URLSearchParams(params);
    kept.set("set", leaf.set_code);
    void navigate(`/${program}/appraisal/${appraisalId}/items/${encodeURIComponent(leaf.item)}?${kept}`);
  });
  useEffect(() => {
    const drawn = element.current;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Enter") void open();
    };
    const onDouble = () => void open();
    drawn?.addEventListener("keydown", onKey, true);
    drawn?.addEventListener("dblclick", onDouble);
    return () => {
      drawn?.removeEventListener("keydown", onKey, true);
      drawn?.removeEventListener("dblclick", onDouble);
    };
  }, []);
  return (
    <>
      <Flex gap={8} wrap className="desk-tools">
        <Filters grid={grid} filter={filter} onChange={change} />
      </Flex>
      <p className="quiet">{t("matrix_key")}</p>
      <div className="matrix-holder">
        <RevoGrid
          ref={element}
          className="matrix-grid"
          theme={dark ? "darkCompact" : "compact"}
          source={rows as never[]}
          columns={columns}
          rowSize={30}
          readonly
          resize
          hideAttribution
          filter={false}
          aria-label={t("matrix_label")}
        />
      </div>
    </>
  );
}

function linesOf(grid: Grid, fits: (cell: GridCell, sheet: Grid["sheets"][number]) => boolean, claim: string): Line[] {
  const by = new Map<number, Line>();
  const wanted = new Set<number>();
  for (const cell of grid.cells) {
    const sheet = grid.sheets[cell.sheet];
    if (!sheet) continue;
    const line = by.get(cell.sheet) ?? { unit: sheet.unit_name };
    by.set(cell.sheet, line);
    if (!fits(cell, sheet)) continue;
    wanted.add(cell.sheet);
    const own = cell.self_score === null ? claim : points(cell.self_score);
    const scored = cell.not_applicable ? claim : points(cell.score);
    line[`l${cell.leaf}`] = cell.marks.includes("unscored") ? `(${own})` : scored;
    line[`t${cell.leaf}`] = cell.marks.includes("differs") ? "tone-differs" : "";
    if (cell.marks.includes("differs")) line[`l${cell.leaf}`] = `${scored} ${signed(cell.difference)}`.trim();
  }
  const places = new Map(grid.sheets.map((sheet, place) => [sheet.sheet_id, place]));
  return sheetsByName(grid)
    .map((sheet) => places.get(sheet.sheet_id) ?? -1)
    .filter((place) => wanted.has(place))
    .map((place) => by.get(place) as Line);
}
