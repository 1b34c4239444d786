import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { EvidenceList, EvidenceUpload, type EvidenceFile } from "@/shared/evidence";
import type { Sheet } from "@/shared/sheet/useSheet";
import { Trouble } from "@/shared/ui/Trouble";
import { useAttachSigned } from "./acts";
import { useSignedFile } from "./useSignedFile";

/** The signed PDF of the approved report: what is attached, and bringing it or another. */
export function SignedReport({ sheet, mayAttach }: { sheet: Sheet; mayAttach: boolean }) {
  const { t } = useTranslation("approval");
  const { mutate, isError, error } = useAttachSigned(sheet.sheet_id);
  const attached = useSignedFile(sheet.signed_report_id);
  const accepted = useCallback((file: EvidenceFile) => mutate(file.id), [mutate]);
  if (!mayAttach && sheet.signed_report_id === null) return null;
  return (
    <div className="report-signed">
      <h2>{t("signed.title")}</h2>
      {isError && <Trouble fault={error} />}
      {attached.data && <EvidenceList files={[attached.data]} />}
      {mayAttach && (
        <>
          <span className="report-label">{t(sheet.signed_report_id === null ? "signed.how" : "signed.replace")}</span>
          <EvidenceUpload
            single
            periodId={sheet.period_id}
            place={`${sheet.sheet_id}/signed-report`}
            onAccepted={accepted}
          />
        </>
      )}
    </div>
  );
}
