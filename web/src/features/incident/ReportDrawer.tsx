import { App, Button, Drawer, Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useFormFaults } from "@/shared/ui/useFormFaults";
import { useReportIncident, type Report } from "./useReportIncident";

/** Report an incident or an idea (Điều 13.2, 18). */
export function ReportDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("incident");
  const { message } = App.useApp();
  const [form] = Form.useForm<Report>();
  const faults = useFormFaults(form);
  const report = useReportIncident();
  const submit = (values: Report) =>
    report.mutate(values, {
      onSuccess: () => {
        message.success(t("form.done"));
        onClose();
      },
      onError: faults,
    });
  return (
    <Drawer open title={t("form.title")} onClose={onClose} destroyOnHidden>
      <Form<Report>
        form={form}
        layout="vertical"
        initialValues={{ about: "incident" }}
        onFinish={submit}
        disabled={report.isPending}
      >
        <Form.Item name="about" label={t("field.about")}>
          <Radio.Group
            options={(["incident", "feedback"] as const).map((value) => ({ value, label: t(`about.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="text"
          label={t("field.text")}
          extra={t("form.text_extra")}
          rules={[{ required: true, whitespace: true, message: t("form.needed") }]}
        >
          <Input.TextArea rows={8} maxLength={5000} showCount />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={report.isPending}>
          {t("form.confirm")}
        </Button>
      </Form>
    </Drawer>
  );
}
