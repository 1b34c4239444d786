import { Alert, Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FingerprintedFile } from "@/shared/files/FingerprintedFile";
import { Trouble } from "@/shared/ui/Trouble";
import type { Result, Session } from "./keys";
import { useCouncilActs } from "./useCouncilActs";

/** Home Affairs records that the council agreed, with the minutes (Điều 11.2). */
export function Agreement({ result, session }: { result: Result; session: Session | undefined }) {
  const { t } = useTranslation("council");
  const { agree } = useCouncilActs(result.period_id);
  const [asking, setAsking] = useState(false);
  const [minutes, setMinutes] = useState<string | null>(null);
  const [form] = Form.useForm<{ note: string }>();
  return (
    <section className="council-part" aria-labelledby="council-agreement">
      <h2 id="council-agreement">{t("agreement.title")}</h2>
      <p>{t("agreement.lead")}</p>
      {session === undefined && <Alert type="warning" showIcon title={t("agreement.no_session")} />}
      <Button type="primary" onClick={() => setAsking(true)}>
        {t("agreement.act")}
      </Button>
      <Modal
        open={asking}
        title={t("agreement.act")}
        okText={t("agreement.confirm")}
        confirmLoading={agree.isPending}
        onCancel={() => setAsking(false)}
        onOk={() => form.submit()}
        destroyOnHidden
      >
        {agree.isError && <Trouble fault={agree.error} />}
        <Form
          form={form}
          layout="vertical"
          initialValues={{ note: "" }}
          onFinish={({ note }) =>
            agree.mutate({ version: result.version, note, minutes }, { onSuccess: () => setAsking(false) })
          }
        >
          <Form.Item label={t("agreement.minutes")} extra={t("agreement.minutes_hint")}>
            <FingerprintedFile label={t("agreement.choose")} onChange={setMinutes} />
          </Form.Item>
          <Form.Item name="note" label={t("agreement.note")}>
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={10_000} />
          </Form.Item>
        </Form>
      </Modal>
    </section>
  );
}
