import { App, Button, Card, Form, Input, Space, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import { Exchange } from "@/shared/ui/Exchange";
import { useFormFaults } from "@/shared/ui/useFormFaults";
import { useTell } from "@/shared/ui/useTell";
import { useIncidentAct } from "./useIncidentAct";
import type { Incident } from "./useIncidents";

export function IncidentCard({ incident }: { incident: Incident }) {
  const { t } = useTranslation("incident");
  const { message } = App.useApp();
  const [form] = Form.useForm<{ answer: string }>();
  const [answering, setAnswering] = useState(false);
  const faults = useFormFaults(form);
  const tell = useTell();
  const act = useIncidentAct(incident);
  const may = (wanted: "pass_on" | "answer") => incident.allowed_actions.includes(wanted);
  const send = ({ answer }: { answer: string }) =>
    act.mutate(answer, {
      onSuccess: () => {
        message.success(t("answered"));
        setAnswering(false);
      },
      onError: faults,
    });
  const place = incident.unit_code === null ? "" : ` (${incident.unit_code})`;
  const by = `${incident.reported_by_name}${place}, ${dateTime(incident.reported_at)}`;
  const answer = {
    by: t("answer_of", { name: incident.answered_by_name, at: dateTime(incident.answered_at) }),
    text: incident.answer,
  };
  return (
    <Card
      size="small"
      title={
        <Space wrap>
          {t(`about.${incident.about}`)}
          <Tag color={incident.answer === "" ? "gold" : "green"}>
            {t(incident.answer !== "" ? "state.answered" : incident.passed_on_at ? "state.passed_on" : "state.open")}
          </Tag>
        </Space>
      }
    >
      <Exchange asked={{ by, text: incident.text }} answer={incident.answer === "" ? null : answer} />
      {answering ? (
        <Form form={form} layout="vertical" initialValues={{ answer: incident.answer }} onFinish={send}>
          <Form.Item
            name="answer"
            label={t("field.answer")}
            rules={[{ required: true, whitespace: true, message: t("form.needed") }]}
          >
            <Input.TextArea rows={4} maxLength={5000} />
          </Form.Item>
          <Space>
            <Button type="primary" htmlType="submit" loading={act.isPending}>
              {t("send_answer")}
            </Button>
            <Button onClick={() => setAnswering(false)}>{t("common:action.cancel")}</Button>
          </Space>
        </Form>
      ) : (
        <Space wrap>
          {may("answer") && <Button onClick={() => setAnswering(true)}>{t("answer")}</Button>}
          {may("pass_on") && (
            <Button loading={act.isPending} onClick={() => act.mutate(null, { onError: tell })}>
              {t("pass_on")}
            </Button>
          )}
        </Space>
      )}
    </Card>
  );
}
