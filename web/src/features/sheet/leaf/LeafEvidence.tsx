import { useTranslation } from "react-i18next";
import type { Item } from "@/shared/criteria/set";
import { EvidenceField } from "@/shared/evidence";
import type { EvidenceFile } from "@/shared/evidence/file";
import type { Desk, Leaf } from "../saving/desk";

/** What evidence is expected, and the files that stand for it. */
export function LeafEvidence(props: { periodId: string; item: Item; leaf: Leaf; desk: Desk; mayWrite: boolean }) {
  const { periodId, item, leaf, desk, mayWrite } = props;
  const { t } = useTranslation("sheet");
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
        files={leaf.fields.evidence}
        readOnly={!mayWrite}
        pasteAnywhere
        onAdd={(file) => set((files) => (files.some((one) => one.id === file.id) ? files : [...files, file]))}
        onRemove={(file) => set((files) => files.filter((one) => one.id !== file.id))}
      />
    </section>
  );
}
