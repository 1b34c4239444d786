import { Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "@/shared/api/problem";
import { Trouble } from "@/shared/ui/Trouble";

interface Doing {
  mutate: (reason: string, options: { onSuccess: () => void }) => void;
  reset: () => void;
  isPending: boolean;
  error: unknown;
}

/** Asks for the reason of an act, which stays in the sheet's history. */
export function ReasonDialog(props: { title: string; told: string; act: string; doing: Doing; onClose: () => void }) {
  const { title, told, act, doing, onClose } = props;
  const { t } = useTranslation("approval");
  const [reason, setReason] = useState("");
  const fault = doing.error instanceof ProblemError ? doing.error.faultAt("/reason") : undefined;
  const close = () => {
    doing.reset();
    onClose();
  };
  const blank = reason.trim() === "";
  return (
    <Modal
      open
      title={title}
      okText={act}
      cancelText={t("common:action.cancel")}
      onCancel={close}
      onOk={() => !blank && doing.mutate(reason, { onSuccess: close })}
      okButtonProps={{ size: "large", loading: doing.isPending, disabled: blank }}
      cancelButtonProps={{ size: "large" }}
    >
      <p>{told}</p>
      {doing.error !== null && <Trouble fault={doing.error} />}
      <Form layout="vertical">
        <Form.Item
          label={t("reason")}
          htmlFor="approval-reason"
          help={fault}
          validateStatus={fault ? "error" : ""}
          required
        >
          <Input.TextArea
            id="approval-reason"
            value={reason}
            maxLength={10_000}
            autoSize={{ minRows: 3, maxRows: 10 }}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
