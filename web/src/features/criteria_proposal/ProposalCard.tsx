import { App, Button, Card, Form, Input, Radio, Space, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import { Exchange } from "@/shared/ui/Exchange";
import { useFormFaults } from "@/shared/ui/useFormFaults";
import { useTell } from "@/shared/ui/useTell";
import { useProposalAct, type Answer } from "./useProposalAct";
import type { Proposal } from "./useProposals";

const COLOURS: Record<Proposal["status"], string> = {
  open: "gold",
  accepted: "green",
  declined: "volcano",
  withdrawn: "default",
};

export function ProposalCard({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation("criteria_proposal");
  const tell = useTell();
  const [answering, setAnswering] = useState(false);
  const act = useProposalAct(proposal);
  const may = (wanted: "answer" | "withdraw") => proposal.allowed_actions.includes(wanted);
  const by = t("by", {
    name: proposal.proposed_by_name,
    place: proposal.unit_name || proposal.appraiser_code,
    at: dateTime(proposal.proposed_at),
    code: proposal.set_code,
    version: proposal.version_number,
  });
  const answer = {
    by: t("answer_of", { name: proposal.answered_by_name, at: dateTime(proposal.answered_at) }),
    text: proposal.answer,
  };
  const about = proposal.item ? `${proposal.item} ${proposal.item_title}` : t("whole_set");
  return (
    <Card
      size="small"
      title={
        <Space wrap>
          {about}
          <Tag color={COLOURS[proposal.status]}>{t(`status.${proposal.status}`)}</Tag>
        </Space>
      }
    >
      <Exchange asked={{ by, text: proposal.text }} answer={proposal.answer === "" ? null : answer} />
      {answering ? (
        <AnswerForm proposal={proposal} onClose={() => setAnswering(false)} />
      ) : (
        <Space wrap>
          {may("answer") && <Button onClick={() => setAnswering(true)}>{t("answer")}</Button>}
          {may("withdraw") && (
            <Button loading={act.isPending} onClick={() => act.mutate(null, { onError: tell })}>
              {t("withdraw")}
            </Button>
          )}
        </Space>
      )}
    </Card>
  );
}

function AnswerForm({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const { t } = useTranslation("criteria_proposal");
  const { message } = App.useApp();
  const [form] = Form.useForm<Answer>();
  const faults = useFormFaults(form);
  const act = useProposalAct(proposal);
  const send = (answer: Answer) =>
    act.mutate(answer, {
      onSuccess: () => {
        void message.success(t("answered"));
        onClose();
      },
      onError: faults,
    });
  return (
    <Form form={form} layout="vertical" onFinish={send} disabled={act.isPending}>
      <Form.Item name="outcome" label={t("field.outcome")} rules={[{ required: true, message: t("form.needed") }]}>
        <Radio.Group
          options={(["accepted", "declined"] as const).map((value) => ({ value, label: t(`outcome.${value}`) }))}
        />
      </Form.Item>
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
        <Button onClick={onClose}>{t("common:action.cancel")}</Button>
      </Space>
    </Form>
  );
}
