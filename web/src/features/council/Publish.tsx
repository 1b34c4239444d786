import { Button, DatePicker, Form, Input, Modal } from "antd";
import type { Dayjs } from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "@/shared/api/problem";
import { FingerprintedFile } from "@/shared/files/FingerprintedFile";
import { enterStays } from "@/shared/ui/enterStays";
import { Trouble } from "@/shared/ui/Trouble";
import type { Result } from "./keys";
import { useCouncilActs } from "./useCouncilActs";

interface Typed {
  number: string;
  issuedOn: Dayjs;
  reason: string;
}

/** Publish what was agreed on, or its correction, with the decision. */
export function Publish({ result, correction }: { result: Result; correction: boolean }) {
  const { t } = useTranslation("council");
  const { publish } = useCouncilActs(result.period_id);
  const [asking, setAsking] = useState(false);
  const [file, setFile] = useState<string | null>(null);
  const [form] = Form.useForm<Typed>();
  const kind = correction ? "correct" : "publish";
  const fault = publish.error instanceof ProblemError ? publish.error : undefined;
  const send = ({ number, issuedOn, reason }: Typed) =>
    publish.mutate(
      {
        version: result.version,
        decided: {
          number,
          issuedOn: issuedOn.format("YYYY-MM-DD"),
          fileSha256: file,
          reason: correction ? reason : "",
        },
      },
      { onSuccess: () => setAsking(false) },
    );
  return (
    <section className="council-part" aria-labelledby="council-publish">
      <h2 id="council-publish">{t(`${kind}.title`)}</h2>
      <p>{t(`${kind}.lead`)}</p>
      <Button type="primary" onClick={() => setAsking(true)}>
        {t(`${kind}.act`)}
      </Button>
      <Modal
        open={asking}
        title={t(`${kind}.title`)}
        okText={t(`${kind}.act`)}
        confirmLoading={publish.isPending}
        onCancel={() => setAsking(false)}
        onOk={() => form.submit()}
        destroyOnHidden
      >
        {publish.isError && <Trouble fault={fault ?? publish.error} />}
        <Form form={form} layout="vertical" initialValues={{ reason: "" }} onFinish={send}>
          <Form.Item
            name="number"
            label={t("decision.number")}
            rules={[{ required: true, whitespace: true, message: t("decision.number_missing") }]}
          >
            <Input placeholder="…/QĐ-UBND" maxLength={200} />
          </Form.Item>
          <Form.Item
            name="issuedOn"
            label={t("decision.issued_on")}
            rules={[{ required: true, message: t("decision.issued_on_missing") }]}
          >
            <DatePicker format="DD/MM/YYYY" onKeyDown={enterStays} />
          </Form.Item>
          <Form.Item label={t("decision.file")} extra={t("decision.file_hint")}>
            <FingerprintedFile label={t("agreement.choose")} onChange={setFile} />
          </Form.Item>
          {correction && (
            <Form.Item
              name="reason"
              label={t("correct.reason")}
              rules={[{ required: true, whitespace: true, message: t("correct.reason_missing") }]}
            >
              <Input.TextArea autoSize={{ minRows: 2 }} maxLength={10_000} />
            </Form.Item>
          )}
        </Form>
      </Modal>
    </section>
  );
}
