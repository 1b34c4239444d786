import { Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Trouble } from "@/shared/ui/Trouble";

/** Asks for the reason of an act, which stays in the log. */
export function ReasonDialog(props: {
  title: string;
  told: string;
  act: string;
  fault: unknown;
  busy: boolean;
  onGive: (reason: string) => void;
  onClose: () => void;
}) {
  const { title, told, act, fault, busy, onGive, onClose } = props;
  const { t } = useTranslation("survey_campaign");
  const [reason, setReason] = useState("");
  const blank = reason.trim() === "";
  return (
    <Modal
      open
      title={title}
      okText={act}
      cancelText={t("common:action.cancel")}
      okButtonProps={{ loading: busy, disabled: blank }}
      onOk={() => !blank && onGive(reason)}
      onCancel={onClose}
    >
      <p>{told}</p>
      {fault !== null && <Trouble fault={fault} />}
      <Form layout="vertical">
        <Form.Item label={t("reason")} htmlFor="survey-reason" required>
          <Input.TextArea
            id="survey-reason"
            value={reason}
            maxLength={2000}
            autoSize={{ minRows: 3, maxRows: 8 }}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
