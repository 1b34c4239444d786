import { App, Button, Drawer, Flex, Grid as Screen } from "antd";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useTell } from "@/shared/ui/useTell";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { Conflicts } from "./Conflicts";
import { cellsByKey, passes } from "./facts";
import { Filters } from "./Filters";
import { ItemPanel } from "./ItemPanel";
import type { Appraisal, Grid, GridLeaf } from "./keys";
import { keyOf } from "./kept";
import LeafGrid from "./LeafGrid";
import { ReasonsDue } from "./ReasonsDue";
import { rowsOf } from "./rows";
import { Scale } from "./Scale";
import { AskDialog } from "./second_look/AskDialog";
import { byKey, useSecondLooks } from "./second_look/useSecondLooks";
import { useAgreeing } from "./useAgreeing";
import { useEdits } from "./useEdits";
import { useFilter } from "./useFilter";
import { useIsDark } from "./useIsDark";
import { useItems } from "./useItems";

/** The grid of one leaf with the panel of the unit in focus beside it. */
export default function LeafDesk(props: { appraisal: Appraisal; grid: Grid; leaf: GridLeaf }) {
  const { appraisal, grid, leaf } = props;
  const { t } = useTranslation("scoring");
  const { message } = App.useApp();
  const wide = Screen.useBreakpoint().xxl ?? false;
  const dark = useIsDark();
  const tell = useTell();
  const items = useItems(appraisal.id, { set_code: leaf.set_code, item: leaf.item });
  const all = useMemo(() => items.data ?? [], [items.data]);
  const itemOf = useMemo(() => new Map(all.map((one) => [keyOf(one), one])), [all]);
  const editing = useEdits(appraisal.id);
  const [filter, change] = useFilter();
  // A link may lead to one unit of the leaf: its evidence and explanation are shown at once.
  const [params] = useSearchParams();
  const [wanted] = useState(params.get("unit"));
  const [focused, setFocused] = useState(wanted ? keyOf({ sheet_id: wanted, item: leaf.item }) : undefined);
  const [open, setOpen] = useState(wanted !== null);
  const [asking, setAsking] = useState(false);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const cells = useMemo(() => cellsByKey(grid), [grid]);
  const sheets = useMemo(() => new Map(grid.sheets.map((one) => [one.sheet_id, one])), [grid]);
  const shown = useMemo(
    () =>
      all.filter((item) => {
        const [cell, sheet] = [cells.get(keyOf(item)), sheets.get(item.sheet_id)];
        // What is being typed stays in sight though it fits the filter no longer.
        return editing.edits.has(keyOf(item)) || (cell && sheet && passes(cell, sheet, filter));
      }),
    [all, cells, sheets, filter, editing.edits],
  );
  const looks = useSecondLooks(appraisal.id, appraisal.locked === null);
  const lookOf = useMemo(() => byKey(looks.data), [looks.data]);
  const rows = useMemo(
    () => rowsOf(shown, editing.edits, ticked, lookOf, t as never),
    [shown, editing.edits, ticked, lookOf, t],
  );
  const tick = useCallback((key: string) => setTicked((before) => toggled(before, key)), []);
  const { agree, isPending } = useAgreeing(appraisal.id, (done) => {
    done.forEach((item) => editing.drop(keyOf(item)));
    setTicked(new Set());
  });
  const due = shown.filter((item) => editing.edits.get(keyOf(item))?.state === "reason_due" && !later.has(keyOf(item)));
  const conflicts = all.filter((item) => editing.edits.get(keyOf(item))?.state === "conflict");
  const writable = appraisal.allowed_actions.includes("score");
  const item = itemOf.get(focused ?? "") ?? shown[0];
  const chosen = shown.filter((one) => ticked.has(keyOf(one)));
  const unanswered = shown.filter((one) => one.may_write && cells.get(keyOf(one))?.marks.includes("unscored"));

  if (items.isError) return <Trouble fault={items.error} onRetry={() => void items.refetch().catch(tell)} />;
  if (items.isPending) return <Loading />;
  const panel = item && <ItemPanel appraisal={appraisal} leaf={leaf} item={item} editing={editing} onAgree={agree} />;
  return (
    <>
      <Scale leaf={leaf} />
      <Flex gap={8} wrap className="desk-tools">
        <Filters grid={grid} filter={filter} onChange={change} />
        {writable && (
          <>
            <Button disabled={chosen.length === 0} loading={isPending} onClick={() => agree(chosen)}>
              {t("agree_chosen", { count: chosen.length })}
            </Button>
            {appraisal.allowed_actions.includes("ask_second_look") && (
              <Button disabled={chosen.length === 0} onClick={() => setAsking(true)}>
                {t("look.ask_chosen", { count: chosen.length })}
              </Button>
            )}
            <Button
              disabled={unanswered.length === 0}
              onClick={() => setTicked(new Set(unanswered.map((one) => keyOf(one))))}
            >
              {t("tick_unscored", { count: unanswered.length })}
            </Button>
          </>
        )}
        {!wide && <Button onClick={() => setOpen(true)}>{t("open_panel")}</Button>}
      </Flex>
      <div className="desk" data-wide={wide}>
        <div className="desk-grid">
          <LeafGrid
            rows={rows}
            dark={dark}
            writable={writable}
            onType={(key, what) => {
              setLater((before) => (before.has(key) ? toggled(before, key) : before));
              const typed = itemOf.get(key);
              if (what.score?.trim() === "" && what.reason === undefined) editing.drop(key);
              else if (typed) editing.type(typed, what);
            }}
            onFocus={setFocused}
            onOpen={(key) => {
              setFocused(key);
              setOpen(true);
            }}
            onTick={tick}
            onLeft={(count) => void message.warning(t("paste_left", { count }))}
          />
          {conflicts.length > 0 && <Conflicts items={conflicts} editing={editing} />}
          {due.length > 0 && (
            <ReasonsDue
              items={due}
              editing={editing}
              onClose={() => setLater(new Set([...later, ...due.map(keyOf)]))}
            />
          )}
          <p className="quiet">{t("grid_keys")}</p>
        </div>
        {wide && <aside className="desk-panel">{panel}</aside>}
      </div>
      {asking && (
        <AskDialog
          appraisalId={appraisal.id}
          items={chosen}
          onClose={(asked) => {
            setAsking(false);
            if (asked) setTicked(new Set());
          }}
        />
      )}
      {!wide && (
        <Drawer
          open={open}
          onClose={() => setOpen(false)}
          size="min(460px, 100%)"
          mask={false}
          title={leaf.item}
          closable={{ "aria-label": t("common:action.close") }}
        >
          {panel}
        </Drawer>
      )}
    </>
  );
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}
