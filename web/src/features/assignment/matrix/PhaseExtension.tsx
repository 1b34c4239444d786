import { App, Button, Form, Input, Space, Table } from "antd";
import { useTranslation } from "react-i18next";
import { ProblemError } from "@/shared/api/problem";
import { dateTime } from "@/shared/format/dates";
import { InstantPicker } from "@/shared/ui/InstantPicker";
import { Trouble } from "@/shared/ui/Trouble";
import { useExtendPhase, usePhaseExtensions } from "./usePhaseExtensions";

interface Wanted {
  to: string;
  reason: string;
}

/** The appraisal phase's end, and giving it a later one with a reason. */
export function PhaseExtension({ periodId, end }: { periodId: string; end: string | null }) {
  const { t } = useTranslation("assignment");
  const { message } = App.useApp();
  const [form] = Form.useForm<Wanted>();
  const given = usePhaseExtensions(periodId);
  const extend = useExtendPhase(periodId);
  const submit = (wanted: Wanted) =>
    extend.mutate(wanted, {
      onSuccess: ({ to }) => {
        form.resetFields();
        void message.success(t("matrix.extended", { to: dateTime(to) }));
      },
      onError: (fault) => {
        if (!(fault instanceof ProblemError)) return;
        const told = (fault.problem.errors ?? []).filter((one) => one.pointer);
        form.setFields(
          told.map((one) => ({ name: (one.pointer ?? "").slice(1) as keyof Wanted, errors: [one.detail] })),
        );
      },
    });
  if (end === null) return <p>{t("matrix.no_end")}</p>;
  return (
    <>
      <p>{t("matrix.end", { end: dateTime(end) })}</p>
      <Form form={form} layout="inline" onFinish={submit} style={{ rowGap: 12 }}>
        <Form.Item name="to" label={t("matrix.new_end")} rules={[{ required: true, message: t("matrix.new_end_due") }]}>
          <InstantPicker />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t("matrix.reason")}
          rules={[{ required: true, whitespace: true, message: t("matrix.reason_due") }]}
        >
          <Input style={{ inlineSize: 320, maxInlineSize: "100%" }} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={extend.isPending}>
          {t("matrix.extend")}
        </Button>
      </Form>
      {extend.isError && <Trouble fault={extend.error} />}
      {given.isError && <Trouble fault={given.error} onRetry={() => void given.refetch()} />}
      <Space style={{ marginBlockStart: 12 }} />
      {given.data !== undefined && given.data.length > 0 && (
        <Table
          rowKey="id"
          size="small"
          dataSource={given.data}
          pagination={false}
          scroll={{ x: 480 }}
          columns={[
            { title: t("matrix.extended_to"), width: 160, render: (_, one) => dateTime(one.to) },
            { title: t("matrix.reason"), dataIndex: "reason" },
            { title: t("matrix.given_at"), width: 160, render: (_, one) => dateTime(one.given_at) },
          ]}
        />
      )}
    </>
  );
}
