import { App, Form, Modal, Select } from "antd";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import { InstantPicker } from "@/shared/ui/InstantPicker";
import { useFormFaults } from "@/shared/ui/useFormFaults";
import type { Account } from "./useAccounts";
import { useLendApproval } from "./useLendApproval";

interface Lending {
  to_account_id: string;
  valid_from: string;
  valid_to: string;
}

/** Lend the approval of reports to a deputy, with dates. */
export function LendDialog({
  lender,
  accounts,
  onClose,
}: {
  lender: Account;
  accounts: Account[];
  onClose: () => void;
}) {
  const { t } = useTranslation("account");
  const { message } = App.useApp();
  const [form] = Form.useForm<Lending>();
  const faults = useFormFaults(form);
  const lend = useLendApproval(lender);
  const deputies = accounts.filter(
    (one) =>
      one.kind === "data_entry" &&
      one.unit_code === lender.unit_code &&
      one.id !== lender.id &&
      one.status === "active",
  );
  const submit = (values: Lending) =>
    lend.mutate(values, {
      onSuccess: (deputy) => {
        message.success(t("lend.done", { name: deputy.holder_name, until: dateTime(values.valid_to) }));
        onClose();
      },
      onError: faults,
    });
  const needed = [{ required: true, message: t("form.needed") }];
  return (
    <Modal
      open
      title={t("lend.title", { name: lender.holder_name })}
      okText={t("lend.confirm")}
      okButtonProps={{ disabled: deputies.length === 0 }}
      confirmLoading={lend.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{deputies.length === 0 ? t("lend.nobody") : t("lend.lead")}</p>
      <Form form={form} layout="vertical" onFinish={submit}>
        <Form.Item name="to_account_id" label={t("lend.to")} rules={needed}>
          <Select options={deputies.map((one) => ({ value: one.id, label: `${one.holder_name} (${one.username})` }))} />
        </Form.Item>
        <Form.Item name="valid_from" label={t("field.valid_from")} rules={needed}>
          <InstantPicker usualTime="00:00" />
        </Form.Item>
        <Form.Item name="valid_to" label={t("field.valid_to")} rules={needed}>
          <InstantPicker />
        </Form.Item>
      </Form>
    </Modal>
  );
}
