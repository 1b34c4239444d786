import { Form, Input, Modal } from "antd";
import { useId, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "@/shared/api/problem";
import { Trouble } from "./Trouble";

interface Doing {
  isPending: boolean;
  error: unknown;
  reset: () => void;
}

/** Asks for the reason of an act, which stays in the log. `give` does it; the dialog closes when that has succeeded. */
export function ReasonDialog(props: {
  title: string;
  told: ReactNode;
  act: string;
  label?: string;
  /** What the service takes, in characters. */
  maxLength?: number;
  doing: Doing;
  give: (reason: string, options: { onSuccess: () => void }) => void;
  onClose: () => void;
}) {
  const { title, told, act, label, maxLength = 10_000, doing, give, onClose } = props;
  const { t } = useTranslation();
  const id = useId();
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
      cancelText={t("action.cancel")}
      onCancel={close}
      onOk={() => !blank && give(reason, { onSuccess: close })}
      okButtonProps={{ size: "large", loading: doing.isPending, disabled: blank }}
      cancelButtonProps={{ size: "large" }}
    >
      {told}
      {doing.error !== null && <Trouble fault={doing.error} />}
      <Form layout="vertical">
        <Form.Item
          label={label ?? t("reason")}
          htmlFor={id}
          help={fault}
          validateStatus={fault ? "error" : ""}
          required
        >
          <Input.TextArea
            id={id}
            value={reason}
            maxLength={maxLength}
            autoSize={{ minRows: 3, maxRows: 10 }}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
