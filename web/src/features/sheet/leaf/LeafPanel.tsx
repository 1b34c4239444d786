import { Alert, Button, Flex, Tag } from "antd";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { MethodWords } from "@/shared/criteria/MethodWords";
import { isSystem, type CriteriaSet, type Item } from "@/shared/criteria/set";
import { dateTime } from "@/shared/format/dates";
import { points } from "@/shared/format/numbers";
import { LeafGuidance } from "@/shared/guidance";
import type { Desk } from "../saving/desk";
import { useLeafPart } from "../useDesk";
import { ConflictChoice } from "./ConflictChoice";
import { LeafEvidence } from "./LeafEvidence";
import { LeafExplanation } from "./LeafExplanation";
import { LeafLastYear } from "./LeafLastYear";
import { LeafHistory } from "./LeafHistory";
import { LeafValue } from "./LeafValue";
import { SavingMark } from "./SavingMark";
import { SaveTrouble } from "./SaveTrouble";
import "./leaf.css";

/** One item: what it asks, how it is scored, and what the unit declares. Only the open one is there as a form. */
export const LeafPanel = memo(function LeafPanel(props: {
  sheetId: string;
  periodId: string;
  set: CriteriaSet;
  item: Item;
  desk: Desk;
  mayWrite: boolean;
}) {
  const { sheetId, periodId, set, item, desk, mayWrite } = props;
  const { t } = useTranslation("sheet");
  const system = isSystem(item);
  return (
    <article className="leaf" aria-labelledby="leaf-title">
      <p className="leaf-path">{item.path.join(" › ")}</p>
      <h2 id="leaf-title" tabIndex={-1}>
        {item.code} {item.title}
      </h2>
      <Flex wrap gap="4px 8px" align="center" className="leaf-facts">
        {item.kind === "leaf" && <Tag>{t("leaf.max", { points: points(item.max_score) })}</Tag>}
        {item.appraiser && (
          <Tag>{t("leaf.appraiser", { name: set.appraisers[item.appraiser]?.title ?? item.appraiser })}</Tag>
        )}
        {!system && <SavingMark desk={desk} item={item.code} />}
      </Flex>
      <MethodWords item={item} decimals={set.score_decimals} />
      <LeafGuidance setCode={set.code} item={item.code} />
      {!system && (
        <>
          <LeafNews desk={desk} item={item.code} />
          <ConflictChoice desk={desk} item={item} />
          <LeafValue item={item} desk={desk} mayWrite={mayWrite} />
          <SaveTrouble desk={desk} item={item.code} />
          <LeafLastYear sheetId={sheetId} item={item.code} desk={desk} mayWrite={mayWrite} />
          <LeafExplanation item={item.code} desk={desk} mayWrite={mayWrite} />
          <LeafEvidence periodId={periodId} item={item} desk={desk} mayWrite={mayWrite} />
          <LeafHistory sheetId={sheetId} item={item} desk={desk} />
        </>
      )}
    </article>
  );
});

/** What happened to the item without this person's doing: another's save, or a draft that came back. */
function LeafNews({ desk, item }: { desk: Desk; item: string }) {
  const { t } = useTranslation("sheet");
  const news = useLeafPart(desk, item, (leaf) => leaf.news);
  const restoredAt = useLeafPart(desk, item, (leaf) => (leaf.phase === "clean" ? undefined : leaf.restoredAt));
  return (
    <>
      {news && (
        <Alert type="info" showIcon title={t("news", { name: news.saved_by_name, time: dateTime(news.saved_at) })} />
      )}
      {restoredAt !== undefined && (
        <Alert type="info" showIcon title={t("restored.here", { time: dateTime(restoredAt) })} />
      )}
    </>
  );
}

export function LeafSteps(props: { onBefore?: () => void; onNext?: () => void; onMissing?: () => void }) {
  const { t } = useTranslation("sheet");
  const { onBefore, onNext, onMissing } = props;
  return (
    <Flex wrap gap={8} className="leaf-steps">
      <Button disabled={!onBefore} onClick={onBefore} aria-keyshortcuts="Alt+ArrowUp">
        {t("step.before")}
      </Button>
      <Button disabled={!onNext} onClick={onNext} aria-keyshortcuts="Alt+ArrowDown">
        {t("step.next")}
      </Button>
      <Button type="primary" disabled={!onMissing} onClick={onMissing} aria-keyshortcuts="Alt+ArrowRight">
        {t("step.missing")}
      </Button>
    </Flex>
  );
}
