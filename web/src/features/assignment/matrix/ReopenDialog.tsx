import { App, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Trouble } from "@/shared/ui/Trouble";
import { useReopen } from "./useReopen";

/** Asks for the reason, then reopens what an agency sent. */
export function ReopenDialog({
  appraisalId,
  agency,
  onDone,
}: {
  appraisalId: string;
  agency: string;
  onDone: () => void;
}) {
  const { t } = useTranslation("assignment");
  const { message } = App.useApp();
  const reopen = useReopen();
  const [reason, setReason] = useState("");
  const go = () =>
    reopen.mutate(
      { appraisalId, reason },
      {
        onSuccess: () => {
          void message.success(t("matrix.reopened", { agency }));
          onDone();
        },
      },
    );
  return (
    <Modal
      open
      title={t("matrix.reopen_ask", { agency })}
      okText={t("matrix.reopen")}
      cancelText={t("common:action.cancel")}
      okButtonProps={{ disabled: reason.trim() === "", loading: reopen.isPending }}
      onOk={go}
      onCancel={onDone}
    >
      <p>{t("matrix.reopen_detail")}</p>
      <Form layout="vertical">
        <Form.Item label={t("matrix.reason")} htmlFor="reopen-reason" required>
          <Input.TextArea
            id="reopen-reason"
            rows={3}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
      {reopen.isError && <Trouble fault={reopen.error} />}
    </Modal>
  );
}
