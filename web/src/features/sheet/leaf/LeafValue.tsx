import { Alert } from "antd";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Item } from "@/shared/criteria/set";
import { points } from "@/shared/format/numbers";
import type { Desk } from "../saving/desk";
import type { Fields } from "../saving/fields";
import { useLeafPart } from "../useDesk";
import { ValueInput } from "./ValueInput";

/** The declared value and the score that the service makes of it. */
export function LeafValue({ item, desk, mayWrite }: { item: Item; desk: Desk; mayWrite: boolean }) {
  const { code } = item;
  const values = {
    option: useLeafPart(desk, code, (leaf) => leaf.fields.option),
    numerator: useLeafPart(desk, code, (leaf) => leaf.fields.numerator),
    denominator: useLeafPart(desk, code, (leaf) => leaf.fields.denominator),
    count: useLeafPart(desk, code, (leaf) => leaf.fields.count),
    not_applicable: useLeafPart(desk, code, (leaf) => leaf.fields.not_applicable),
  };
  const fault = useLeafPart(desk, code, (leaf) => leaf.fault);
  const edit = useCallback(
    (change: Partial<Fields>, when?: "soon" | "now") => desk.edit(code, change, when),
    [desk, code],
  );
  return (
    <>
      <ValueInput item={item} values={values} fault={fault} disabled={!mayWrite} onChange={edit} />
      {item.kind === "leaf" && <SelfScore desk={desk} item={code} max={item.max_score} />}
    </>
  );
}

function SelfScore({ desk, item, max }: { desk: Desk; item: string; max: string }) {
  const { t } = useTranslation("sheet");
  const answer = useLeafPart(desk, item, (leaf) => leaf.answer);
  const settled = useLeafPart(desk, item, (leaf) => leaf.phase === "clean");
  const score = answer?.is_claim ? t("value.claim") : points(answer?.self_score);
  return (
    <>
      <p className="leaf-score" aria-live="polite">
        {t("leaf.self_score")} <output>{settled ? score : "…"}</output>{" "}
        {!answer?.is_claim && <span className="leaf-hint">/ {points(max)}</span>}
      </p>
      {settled && answer?.warnings.map((one) => <Alert key={one} type="warning" showIcon title={one} />)}
    </>
  );
}
