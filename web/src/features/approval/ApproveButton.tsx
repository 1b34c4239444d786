import { Button, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { points } from "@/shared/format/numbers";
import { Trouble } from "@/shared/ui/Trouble";
import { useApprove } from "./acts";
import { Fingerprint } from "./Fingerprint";
import type { Report } from "./useReport";

/** Approve the report on the screen and no other: its fingerprint goes along. */
export function ApproveButton({ sheetId, report }: { sheetId: string; report: Report }) {
  const { t } = useTranslation("approval");
  const approve = useApprove(sheetId);
  // The report as it stood when the question was asked; what others save meanwhile is refused, not approved unseen.
  const [seen, see] = useState<Report | null>(null);
  const close = () => {
    see(null);
    approve.reset();
  };
  return (
    <>
      <Button type="primary" size="large" onClick={() => see(report)}>
        {t("approve.act")}
      </Button>
      <Modal
        open={seen !== null}
        title={t("approve.title")}
        okText={t("approve.act")}
        cancelText={t("common:action.cancel")}
        onCancel={close}
        onOk={() => seen !== null && approve.mutate(seen.fingerprint, { onSuccess: close })}
        okButtonProps={{ size: "large", loading: approve.isPending, disabled: approve.isError }}
        cancelButtonProps={{ size: "large" }}
      >
        {approve.isError && <Trouble fault={approve.error} />}
        {seen !== null && (
          <>
            <p>{t("approve.told", { total: points(seen.self_total), max: points(seen.max_score) })}</p>
            <Fingerprint value={seen.fingerprint} />
          </>
        )}
      </Modal>
    </>
  );
}
