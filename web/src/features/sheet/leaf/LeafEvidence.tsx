import { useTranslation } from "react-i18next";
import type { Item } from "@/shared/criteria/set";
import { EvidenceField } from "@/shared/evidence";
import type { EvidenceFile } from "@/shared/evidence/file";
import type { Desk } from "../saving/desk";
import { useLeafPart } from "../useDesk";

/** What evidence is expected, and the files that stand for it. */
export function LeafEvidence(props: { periodId: string; item: Item; desk: Desk; mayWrite: boolean }) {
  const { periodId, item, desk, mayWrite } = props;
  const { t } = useTranslation("sheet");
  const files = useLeafPart(desk, item.code, (leaf) => leaf.fields.evidence);
  // Asked anew at each call: a file may arrive after much else was typed, or after one has gone to another leaf.
  const set = (change: (files: EvidenceFile[]) => EvidenceFile[]): void =>
    desk.edit(item.code, { evidence: change(desk.leaf(item.code).fields.evidence) }, "now");
  return (
    <section className="leaf-part" aria-label={t("evidence.label")}>
      <div className="leaf-label">{t("evidence.label")}</div>
      {item.evidence.length > 0 ? (
        <p className="leaf-hint">{t("evidence.expected", { kinds: item.evidence.join("; ") })}</p>
      ) : (
        <p className="leaf-hint">{t("evidence.none_needed")}</p>
      )}
      <EvidenceField
        periodId={periodId}
        place={item.code}
        files={files}
        readOnly={!mayWrite}
        pasteAnywhere
        onAdd={(file) => set((now) => (now.some((one) => one.id === file.id) ? now : [...now, file]))}
        onRemove={(file) => set((now) => now.filter((one) => one.id !== file.id))}
      />
    </section>
  );
}
