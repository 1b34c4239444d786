import { Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ExtensionRequest } from "@/shared/extension";
import { Trouble } from "@/shared/ui/Trouble";
import { useRefuse } from "./useDecide";

/** Refuse what a unit asked for; it reads the reason. */
export function RefuseDialog(props: { periodId: string; request: ExtensionRequest; onClose: () => void }) {
  const { periodId, request, onClose } = props;
  const { t } = useTranslation("extension");
  const refuse = useRefuse(periodId);
  const [reason, setReason] = useState("");
  const blank = reason.trim() === "";
  return (
    <Modal
      open
      title={t("decide.refuse_title", { unit: request.unit_name })}
      okText={t("decide.refuse")}
      cancelText={t("common:action.cancel")}
      onCancel={onClose}
      onOk={() => !blank && refuse.mutate({ requestId: request.id, reason }, { onSuccess: onClose })}
      okButtonProps={{ loading: refuse.isPending, disabled: blank }}
    >
      {refuse.isError && <Trouble fault={refuse.error} />}
      <blockquote className="extension-text">{request.reason}</blockquote>
      <Form layout="vertical">
        <Form.Item label={t("decide.refused_reason")} htmlFor="refuse-reason" required>
          <Input.TextArea
            id="refuse-reason"
            value={reason}
            maxLength={10_000}
            autoSize={{ minRows: 3, maxRows: 8 }}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
