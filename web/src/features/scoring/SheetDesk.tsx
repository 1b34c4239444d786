import { Button, Drawer, Empty, Flex, Grid as Screen } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { cellsByKey, passes } from "./facts";
import { Filters } from "./Filters";
import { ItemPanel } from "./ItemPanel";
import type { Appraisal, Grid, GridSheet, Item } from "./keys";
import { keyOf } from "./kept";
import { KnockOuts } from "./KnockOuts";
import { SheetRow } from "./SheetRow";
import { useAgreeing } from "./useAgreeing";
import { useEdits } from "./useEdits";
import { useFilter } from "./useFilter";
import { useItems } from "./useItems";

/** One unit's sheet: both sides of every leaf, and all about the chosen one beside it. */
export function SheetDesk({ appraisal, grid, sheet }: { appraisal: Appraisal; grid: Grid; sheet: GridSheet }) {
  const { t } = useTranslation("scoring");
  const wide = Screen.useBreakpoint().xxl ?? false;
  const items = useItems(appraisal.id, { sheet_id: sheet.sheet_id });
  const all = useMemo(() => items.data ?? [], [items.data]);
  const editing = useEdits(appraisal.id);
  const [filter, change] = useFilter();
  const [chosen, setChosen] = useState<string>();
  const [open, setOpen] = useState(false);
  const cells = useMemo(() => cellsByKey(grid), [grid]);
  const leaves = useMemo(
    () => new Map(grid.leaves.filter((one) => one.set_code === sheet.set_code).map((one) => [one.item, one])),
    [grid, sheet],
  );
  const { agree, isPending } = useAgreeing(appraisal.id, (done) => done.forEach((item) => editing.drop(keyOf(item))));
  if (items.isError) return <Trouble fault={items.error} onRetry={() => void items.refetch()} />;
  if (items.isPending) return <Loading rows={12} />;
  const shown = all.filter((item) => {
    const cell = cells.get(keyOf(item));
    return editing.edits.has(keyOf(item)) || (cell && passes(cell, sheet, { ...filter, group: "", find: "" }));
  });
  const writable = appraisal.allowed_actions.includes("score");
  const unanswered = shown.filter((one) => one.may_write && cells.get(keyOf(one))?.marks.includes("unscored"));
  const item = all.find((one) => keyOf(one) === chosen) ?? shown[0];
  const panel = item && (
    <ItemPanel appraisal={appraisal} leaf={leaves.get(item.item)} item={item} editing={editing} onAgree={agree} />
  );
  return (
    <>
      <Flex gap={8} wrap className="desk-tools">
        <Filters grid={grid} filter={filter} onChange={change} withUnits={false} />
        {writable && (
          <Button disabled={unanswered.length === 0} loading={isPending} onClick={() => agree(unanswered)}>
            {t("agree_rest", { count: unanswered.length })}
          </Button>
        )}
      </Flex>
      <div className="desk" data-wide={wide}>
        <div className="sheet-lines" role="table" aria-label={t("sheet_label", { unit: sheet.unit_name })}>
          <div className="sheet-line sheet-titles" role="row">
            {(["item", "declared", "self", "score_and_reason", "difference"] as const).map((name) => (
              <span key={name} role="columnheader" className={`of-${name}`}>
                {t(`column.${name}`)}
              </span>
            ))}
          </div>
          {shown.map((one, place) => (
            <SheetRow
              key={keyOf(one)}
              item={one}
              heading={headingOf(one, shown[place - 1], (code) => leaves.get(code)?.field_title ?? "")}
              chosen={one === item}
              writable={writable && one.may_write}
              editing={editing}
              onChoose={() => setChosen(keyOf(one))}
              onOpen={() => {
                setChosen(keyOf(one));
                setOpen(true);
              }}
              wide={wide}
            />
          ))}
          {shown.length === 0 && <Empty description={t("nothing_fits")} />}
          <KnockOuts appraisal={appraisal} sheetId={sheet.sheet_id} />
        </div>
        {wide && <aside className="desk-panel">{panel}</aside>}
      </div>
      {!wide && (
        <Drawer
          open={open}
          onClose={() => setOpen(false)}
          size="min(460px, 100%)"
          mask={false}
          title={item?.item}
          closable={{ "aria-label": t("common:action.close") }}
        >
          {panel}
        </Drawer>
      )}
    </>
  );
}

/** The field's title where a field begins. */
function headingOf(item: Item, before: Item | undefined, fieldOf: (item: string) => string): string | undefined {
  const field = fieldOf(item.item);
  return before === undefined || fieldOf(before.item) !== field ? field : undefined;
}
