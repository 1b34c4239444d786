import { Alert, App, Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormFaults } from "@/shared/ui/useFormFaults";
import { PasswordSlips } from "./PasswordSlips";
import type { Account } from "./useAccounts";
import { useReasonAct, type ReasonAct } from "./useReasonAct";

/** Lock, unlock, end, or give a new password: each says what follows and asks why. */
export function ReasonDialog({ account, act, onClose }: { account: Account; act: ReasonAct; onClose: () => void }) {
  const { t } = useTranslation("account");
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const [password, setPassword] = useState<string>();
  const faults = useFormFaults(form);
  const perform = useReasonAct();
  const submit = ({ reason }: { reason: string }) =>
    perform.mutate(
      { account, act, reason },
      {
        onSuccess: (given) => {
          if (given !== null) return setPassword(given);
          message.success(t(`act.${act}.done`, { name: account.holder_name }));
          onClose();
        },
        onError: faults,
      },
    );
  return (
    <Modal
      open
      title={t(`act.${act}.title`, { name: account.holder_name, username: account.username })}
      okText={t(`act.${act}.confirm`)}
      okButtonProps={{ danger: act === "lock" || act === "end" }}
      confirmLoading={perform.isPending}
      mask={{ closable: password === undefined }}
      onOk={() => form.submit()}
      onCancel={onClose}
      {...(password !== undefined && { footer: <Button onClick={onClose}>{t("common:action.close")}</Button> })}
    >
      {password === undefined ? (
        <Form form={form} layout="vertical" onFinish={submit}>
          <Form.Item>
            <Alert type={act === "end" ? "warning" : "info"} showIcon title={t(`act.${act}.lead`)} />
          </Form.Item>
          <Form.Item
            name="reason"
            label={t("field.reason")}
            rules={[{ required: true, whitespace: true, message: t("form.reason_needed") }]}
          >
            <Input maxLength={2000} />
          </Form.Item>
        </Form>
      ) : (
        <PasswordSlips slips={[{ ...account, initial_password: password }]} />
      )}
    </Modal>
  );
}
