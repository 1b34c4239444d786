import { UploadOutlined } from "@ant-design/icons";
import { Button, Flex, Upload } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fileSize } from "@/shared/format/numbers";
import { uploadEvidence } from "@/shared/sheet/upload";
import type { Sheet } from "@/shared/sheet/useSheet";
import { Trouble } from "@/shared/ui/Trouble";
import { useAttachSigned } from "./acts";
import { useSignedFile } from "./useSignedFile";

/** The signed PDF of the approved report: what is attached, and bringing it or another. */
export function SignedReport({ sheet, mayAttach }: { sheet: Sheet; mayAttach: boolean }) {
  const { t } = useTranslation("approval");
  const attach = useAttachSigned(sheet.sheet_id);
  const attached = useSignedFile(sheet.signed_report_id);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const bring = async (file: File) => {
    setBusy(true);
    setFault(null);
    try {
      const accepted = await uploadEvidence(sheet.period_id, file);
      await attach.mutateAsync(accepted.id);
    } catch (refused) {
      setFault(refused);
    } finally {
      setBusy(false);
    }
  };
  if (!mayAttach && sheet.signed_report_id === null) return null;
  return (
    <div className="report-signed">
      {fault !== null && <Trouble fault={fault} />}
      <Flex wrap gap={8} align="center">
        {attached.data && (
          <span>
            {t("signed.attached", { name: attached.data.name })}
            {attached.data.size_bytes !== null && ` (${fileSize(attached.data.size_bytes)})`}
          </span>
        )}
        {mayAttach && (
          <Upload
            accept="application/pdf,.pdf"
            showUploadList={false}
            disabled={busy}
            beforeUpload={(file) => {
              void bring(file);
              return false;
            }}
          >
            <Button
              size="large"
              type={sheet.signed_report_id === null ? "primary" : "default"}
              icon={<UploadOutlined />}
              loading={busy}
            >
              {t(sheet.signed_report_id === null ? "signed.attach" : "signed.replace")}
            </Button>
          </Upload>
        )}
      </Flex>
      {mayAttach && sheet.signed_report_id === null && <span className="report-label">{t("signed.how")}</span>}
    </div>
  );
}
