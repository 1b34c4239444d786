import { Button, Flex, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { EvidenceList } from "@/shared/evidence";
import { dateTime } from "@/shared/format/dates";
import { points } from "@/shared/format/numbers";
import { LeafGuidance } from "@/shared/guidance";
import { Clarifications } from "./Clarifications";
import { filesOf, linkOf } from "./evidenceLink";
import { ItemHistory } from "./ItemHistory";
import type { Appraisal, GridLeaf, Item } from "./keys";
import { keyOf } from "./kept";
import { signed } from "./rows";
import { Scale } from "./Scale";
import { LookOfItem } from "./second_look/LookOfItem";
import { ScoreFields } from "./ScoreFields";
import type { Editing } from "./useEdits";

/** All about one leaf of one unit: both sides, explanation, evidence, questions, history; without leaving the page. */
export function ItemPanel(props: {
  appraisal: Appraisal;
  leaf: GridLeaf | undefined;
  item: Item;
  editing: Editing;
  onAgree: (items: Item[]) => void;
}) {
  const { appraisal, leaf, item, editing, onAgree } = props;
  const { t } = useTranslation("scoring");
  const writable = item.may_write && appraisal.allowed_actions.includes("score");
  const self = item.kind === "adjustment" ? (item.claimed_count ?? "0") : points(item.self_score);
  return (
    <section className="item-panel" aria-label={t("panel_label", { item: item.item, unit: item.unit_name })}>
      <h2>
        {item.item}. {item.title}
      </h2>
      <Flex gap={4} wrap>
        <strong>{item.unit_name}</strong>
        {item.late && <Tag color="gold">{t("mark.late")}</Tag>}
        {!item.is_sent && <Tag color="red">{t("common:sheet_status.not_sent")}</Tag>}
        {item.is_claim && <Tag color="blue">{t("claims_not_applicable")}</Tag>}
      </Flex>
      {leaf && <Scale leaf={leaf} />}
      <LeafGuidance setCode={item.set_code} item={item.item} />
      <dl className="sides">
        <div>
          <dt>{t("column.declared")}</dt>
          <dd>{item.declared || "–"}</dd>
        </div>
        <div>
          <dt>{t("column.self")}</dt>
          <dd>{item.is_claim ? t("claim") : self}</dd>
        </div>
        <div>
          <dt>{t("column.score")}</dt>
          <dd>{item.not_applicable ? t("claim") : points(item.score ?? item.count)}</dd>
        </div>
        <div>
          <dt>{t("column.difference")}</dt>
          <dd>{signed(item.difference) || "–"}</dd>
        </div>
      </dl>
      <ScoreFields key={keyOf(item)} item={item} editing={editing} writable={writable} />
      {writable && (
        <Button size="small" onClick={() => onAgree([item])}>
          {t(item.is_claim ? "agree_claim" : "agree")}
        </Button>
      )}
      <LookOfItem key={`l/${keyOf(item)}`} appraisal={appraisal} item={item} editing={editing} writable={writable} />
      <h3>{t("explanation")}</h3>
      <p className="explanation">{item.explanation || t("no_explanation")}</p>
      <h3>{t("evidence")}</h3>
      {item.evidence.length === 0 && leaf && leaf.evidence.length > 0 && (
        <p className="quiet">{t("expected", { kinds: leaf.evidence.join("; ") })}</p>
      )}
      <EvidenceList files={filesOf(item.evidence)} getLink={linkOf(item.sheet_id)} />
      <Clarifications key={`q/${keyOf(item)}`} appraisal={appraisal} item={item} />
      <ItemHistory key={`h/${keyOf(item)}`} item={item} />
      {item.scored_at && <p className="quiet">{t("scored_at", { at: dateTime(item.scored_at) })}</p>}
    </section>
  );
}
