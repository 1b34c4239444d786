import { App, DatePicker, Form, Input, Modal } from "antd";
import type { Dayjs } from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FingerprintedFile } from "@/shared/files/FingerprintedFile";
import type { Period } from "@/shared/period/usePeriods";
import { InstantPicker } from "@/shared/ui/InstantPicker";
import { Trouble } from "@/shared/ui/Trouble";
import { useAmend } from "./useAmend";

/** Asks for the amending decision, why, and until when the sheets that go back may be sent again. */
export function AmendDialog(props: {
  period: Period;
  from: string;
  to: string;
  returned: number;
  needsDeadline: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const { period, from, to, returned, needsDeadline, onClose, onDone } = props;
  const { t } = useTranslation("planning");
  const { message } = App.useApp();
  const amend = useAmend(period.id);
  const [number, setNumber] = useState("");
  const [issued, setIssued] = useState<Dayjs | null>(null);
  const [file, setFile] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [deadline, setDeadline] = useState<string | null>(null);
  const ready =
    number.trim() !== "" && issued !== null && reason.trim() !== "" && (deadline !== null || !needsDeadline);
  const apply = () =>
    issued &&
    amend.mutate(
      {
        from_criteria_set_id: from,
        to_criteria_set_id: to,
        decision: { number, issued_on: issued.format("YYYY-MM-DD"), file_sha256: file },
        reason,
        deadline,
      },
      {
        onSuccess: () => {
          void message.success(t("amendment.applied"));
          onDone();
        },
      },
    );
  return (
    <Modal
      open
      title={t("amendment.dialog")}
      okText={t("amendment.apply_now")}
      cancelText={t("common:action.cancel")}
      okButtonProps={{ danger: returned > 0, disabled: !ready, loading: amend.isPending }}
      onOk={apply}
      onCancel={onClose}
    >
      <p>{t("amendment.ask", { count: returned })}</p>
      {amend.isError && <Trouble fault={amend.error} />}
      <Form layout="vertical">
        <Form.Item label={t("common:decision.number")} htmlFor="amendment-number" required>
          <Input
            id="amendment-number"
            value={number}
            onChange={(event) => setNumber(event.target.value)}
            placeholder="…/QĐ-UBND"
          />
        </Form.Item>
        <Form.Item label={t("common:decision.issued_on")} htmlFor="amendment-issued" required>
          <DatePicker id="amendment-issued" value={issued} onChange={setIssued} format="DD/MM/YYYY" />
        </Form.Item>
        <Form.Item label={t("common:decision.file")} extra={t("common:decision.file_detail")}>
          <FingerprintedFile label={t("common:decision.choose_file")} onChange={setFile} />
        </Form.Item>
        <Form.Item label={t("amendment.reason")} htmlFor="amendment-reason" required>
          <Input.TextArea
            id="amendment-reason"
            rows={3}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
        {returned > 0 && (
          <Form.Item
            label={t("amendment.deadline")}
            htmlFor="amendment-deadline"
            required={needsDeadline}
            extra={t("amendment.deadline_detail")}
          >
            <InstantPicker id="amendment-deadline" value={deadline} onChange={setDeadline} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
