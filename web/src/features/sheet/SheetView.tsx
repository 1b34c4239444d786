import { MenuUnfoldOutlined } from "@ant-design/icons";
import { Alert, Button, Drawer } from "antd";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useNavigate, useParams } from "react-router";
import { isSystem, type CriteriaSet, type Item } from "@/shared/criteria/set";
import { useCriteriaSet } from "@/shared/criteria/useCriteriaSet";
import type { Sheet } from "@/shared/sheet/useSheet";
import { Page } from "@/shared/ui/Page";
import { AmendedLeaf } from "./amendment/AmendedLeaf";
import { SheetActions } from "./head/SheetActions";
import { SheetFacts } from "./head/SheetFacts";
import { SheetNotices } from "./head/SheetNotices";
import { LeafPanel, LeafSteps } from "./leaf/LeafPanel";
import { onlyGiven } from "./sharing/given";
import { CriteriaTree } from "./tree/CriteriaTree";
import { isOpen, markOf, type MissingKind } from "./tree/mark";
import { useDesk } from "./useDesk";
import { useKeys } from "./useKeys";
import { useSheetNews } from "./useSheetNews";
import { useWide } from "./useWide";

export function SheetView({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation("sheet");
  const { program = "", item: wanted } = useParams();
  const navigate = useNavigate();
  const whole = useCriteriaSet(sheet.criteria_set_id);
  const set = useMemo(() => onlyGiven(whole, sheet.given_items), [whole, sheet.given_items]);
  const { desk, restored } = useDesk(sheet);
  useSheetNews(sheet.sheet_id);
  useEffect(() => desk.take(sheet.items, true), [desk, sheet.items]);
  const wide = useWide();
  const [treeOpen, openTree] = useState(false);
  const missing = useMissing(sheet);
  const base = `/${program}/self_assessment/${sheet.sheet_id}/items/`;
  const item = set.items.find((one) => one.code === wanted) ?? firstOf(set, missing);
  const place = set.items.findIndex((one) => one === item);

  const go = useCallback(
    (code: string | undefined) => {
      if (code === undefined) return;
      desk.flush();
      openTree(false);
      void navigate(base + encodeURIComponent(code));
    },
    [desk, navigate, base],
  );
  const before = set.items[place - 1]?.code;
  const next = set.items[place + 1]?.code;
  const nextMissing = useCallback(() => {
    const after = [...set.items.slice(place + 1), ...set.items.slice(0, Math.max(0, place))];
    go(after.find((one) => isOpen(markOf(one, desk.leaf(one.code), missing.get(one.code))))?.code);
  }, [set, place, desk, missing, go]);
  useKeys({ before: () => go(before), next: () => go(next), missing: nextMissing });
  useFocusOnMove(item?.code);

  if (item === undefined) return <Alert type="info" title={t("empty_set")} />;
  const mayWrite = sheet.allowed_actions.includes("save");
  const tree = (
    <CriteriaTree
      set={set}
      desk={desk}
      missing={missing}
      current={item.code}
      base={base}
      onOpen={() => openTree(false)}
    />
  );
  return (
    <Page
      title={t("head.title", {
        program: t(`common:program.${sheet.program}`),
        year: sheet.year,
        unit: sheet.unit_name,
      })}
      actions={<SheetActions sheet={sheet} set={set} desk={desk} />}
    >
      {item.code !== wanted && <Navigate to={base + encodeURIComponent(item.code)} replace />}
      <SheetFacts sheet={sheet} set={set} onOpen={go} />
      <SheetNotices sheet={sheet} restored={restored} onOpen={go} />
      <div className="sheet">
        {wide ? (
          <aside className="sheet-tree" aria-label={t("tree.label")}>
            {tree}
          </aside>
        ) : (
          <Drawer
            open={treeOpen}
            onClose={() => openTree(false)}
            placement="left"
            size="min(92vw, 420px)"
            title={t("tree.label")}
          >
            {tree}
          </Drawer>
        )}
        <div className="sheet-leaf">
          {!wide && (
            <Button
              className="sheet-open-tree"
              icon={<MenuUnfoldOutlined aria-hidden />}
              onClick={() => openTree(true)}
            >
              {t("tree.open", { place: place + 1, count: set.items.length })}
            </Button>
          )}
          <AmendedLeaf sheet={sheet} item={item.code} />
          <LeafPanel
            key={item.code}
            sheetId={sheet.sheet_id}
            periodId={sheet.period_id}
            set={set}
            item={item}
            desk={desk}
            mayWrite={mayWrite}
          />
          <LeafSteps
            {...(before !== undefined && { onBefore: () => go(before) })}
            {...(next !== undefined && { onNext: () => go(next) })}
            onMissing={nextMissing}
          />
        </div>
      </div>
    </Page>
  );
}

/** Where work goes on: what is missing, else what a person declares. */
function firstOf(set: CriteriaSet, missing: ReadonlyMap<string, MissingKind>): Item | undefined {
  return set.items.find((one) => missing.has(one.code)) ?? set.items.find((one) => !isSystem(one)) ?? set.items[0];
}

function useMissing(sheet: Sheet): ReadonlyMap<string, MissingKind> {
  return useMemo(() => new Map(sheet.missing.map((one) => [one.item, one.kind as MissingKind])), [sheet.missing]);
}

/** After a step to another item, typing goes on there: its first field has the focus, or its heading. */
function useFocusOnMove(code: string | undefined): void {
  const [first] = useState(code);
  useEffect(() => {
    if (code === undefined || code === first) return;
    if (document.activeElement?.closest("[role=tree]")) return;
    const field = document.querySelector<HTMLElement>(".leaf-value input:not(:disabled)");
    (field ?? document.getElementById("leaf-title"))?.focus({ preventScroll: false });
  }, [code, first]);
}
