import { Alert } from "antd";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Item } from "@/shared/criteria/set";
import { points } from "@/shared/format/numbers";
import type { Desk, Leaf } from "../saving/desk";
import type { Fields } from "../saving/fields";
import { Explanation } from "./Explanation";
import { ValueInput } from "./ValueInput";

/** Declared value, the score that the service makes of it, and the explanation. */
export function LeafForm(props: { item: Item; leaf: Leaf; desk: Desk; mayWrite: boolean }) {
  const { item, leaf, desk, mayWrite } = props;
  const edit = useCallback(
    (change: Partial<Fields>, when?: "soon" | "now") => desk.edit(item.code, change, when),
    [desk, item.code],
  );
  const warnings = leaf.phase === "clean" ? (leaf.answer?.warnings ?? []) : [];
  return (
    <>
      <ValueInput item={item} fields={leaf.fields} fault={leaf.fault} disabled={!mayWrite} onChange={edit} />
      {item.kind === "leaf" && <SelfScore leaf={leaf} max={item.max_score} />}
      {warnings.map((one) => (
        <Alert key={one} type="warning" showIcon title={one} />
      ))}
      <Explanation
        value={leaf.fields.explanation}
        fault={leaf.fault}
        disabled={!mayWrite}
        onChange={(explanation) => edit({ explanation })}
        onLeave={() => desk.flush(item.code)}
      />
    </>
  );
}

function SelfScore({ leaf, max }: { leaf: Leaf; max: string }) {
  const { t } = useTranslation("sheet");
  const settled = leaf.phase === "clean";
  const score = leaf.answer?.is_claim ? t("value.claim") : points(leaf.answer?.self_score);
  return (
    <p className="leaf-score" aria-live="polite">
      {t("leaf.self_score")} <output>{settled ? score : "…"}</output>{" "}
      {!leaf.answer?.is_claim && <span className="leaf-hint">/ {points(max)}</span>}
    </p>
  );
}
