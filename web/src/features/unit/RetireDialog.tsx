import { App, Form, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { date } from "@/shared/format/dates";
import { DayPicker } from "@/shared/ui/DayPicker";
import { useFormFaults } from "@/shared/ui/useFormFaults";
import type { Unit } from "@/shared/unit/useUnits";
import { useRetireUnit } from "./useRetireUnit";

/** Ask for a unit's last day. Its sheets and history stay. */
export function RetireDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const { t } = useTranslation("unit");
  const { message } = App.useApp();
  const [form] = Form.useForm<{ valid_to: string }>();
  const faults = useFormFaults(form);
  const retire = useRetireUnit();
  const submit = ({ valid_to }: { valid_to: string }) =>
    retire.mutate(
      { unit, lastDay: valid_to },
      {
        onSuccess: () => {
          message.success(t("retire.done", { name: unit.name, day: date(valid_to) }));
          onClose();
        },
        onError: faults,
      },
    );
  return (
    <Modal
      open
      title={t("retire.title", { name: unit.name })}
      okText={t("retire.confirm")}
      confirmLoading={retire.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t("retire.lead")}</p>
      <Form form={form} layout="vertical" initialValues={{ valid_to: unit.valid_to }} onFinish={submit}>
        <Form.Item name="valid_to" label={t("field.valid_to")} rules={[{ required: true, message: t("form.needed") }]}>
          <DayPicker />
        </Form.Item>
      </Form>
    </Modal>
  );
}
