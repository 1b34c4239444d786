import { DatePicker, Form, Input, Modal, Upload, Button } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { sha256Of } from "@/shared/files/sha256";
import { Trouble } from "@/shared/ui/Trouble";

export interface IssuingDecision {
  number: string;
  issued_on: string;
  file_sha256: string | null;
}

/** Asks for the issuing decision before a version is published for good; of the signed file only its fingerprint is kept. */
export function PublishDialog(props: {
  title: string;
  detail: string;
  busy: boolean;
  fault: unknown;
  onPublish: (decision: IssuingDecision) => void;
  onClose: () => void;
}) {
  const { title, detail, busy, fault, onPublish, onClose } = props;
  const { t } = useTranslation();
  const [number, setNumber] = useState("");
  const [issued, setIssued] = useState<dayjs.Dayjs | null>(null);
  const [file, setFile] = useState<{ name: string; sha256: string } | null>(null);
  const ready = number.trim() !== "" && issued !== null;
  const publish = () =>
    issued && onPublish({ number, issued_on: issued.format("YYYY-MM-DD"), file_sha256: file?.sha256 ?? null });
  return (
    <Modal
      open
      title={title}
      okText={t("decision.publish")}
      cancelText={t("action.cancel")}
      okButtonProps={{ disabled: !ready, loading: busy }}
      onOk={publish}
      onCancel={onClose}
    >
      <p>{detail}</p>
      <Form layout="vertical">
        <Form.Item label={t("decision.number")} htmlFor="decision-number" required>
          <Input
            id="decision-number"
            value={number}
            onChange={(event) => setNumber(event.target.value)}
            placeholder="…/QĐ-UBND"
          />
        </Form.Item>
        <Form.Item label={t("decision.issued_on")} htmlFor="decision-issued" required>
          <DatePicker id="decision-issued" value={issued} onChange={setIssued} format="DD/MM/YYYY" />
        </Form.Item>
        <Form.Item label={t("decision.file")} extra={file ? `SHA-256: ${file.sha256}` : t("decision.file_detail")}>
          <Upload
            maxCount={1}
            showUploadList={false}
            beforeUpload={async (chosen) => {
              setFile({ name: chosen.name, sha256: await sha256Of(chosen) });
              return false;
            }}
          >
            <Button>{file?.name ?? t("decision.choose_file")}</Button>
          </Upload>
        </Form.Item>
      </Form>
      {fault !== null && fault !== undefined && <Trouble fault={fault} />}
    </Modal>
  );
}
