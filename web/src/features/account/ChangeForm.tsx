import { App, Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { components } from "@/api/generated/identity";
import { useFormFaults } from "@/shared/ui/useFormFaults";
import { RolesField } from "./RolesField";
import type { Account } from "./useAccounts";
import { useChangeAccount } from "./useChangeAccount";

/** The holder's name and the roles of an account. */
export function ChangeForm({ account }: { account: Account }) {
  const { t } = useTranslation("account");
  const { message } = App.useApp();
  const [form] = Form.useForm<components["schemas"]["AccountChange"]>();
  const faults = useFormFaults(form);
  const change = useChangeAccount(account);
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ holder_name: account.holder_name, roles: account.roles }}
      disabled={change.isPending}
      onFinish={(values) =>
        change.mutate(values, { onSuccess: () => void message.success(t("form.saved")), onError: faults })
      }
    >
      <Form.Item
        name="holder_name"
        label={t("field.holder_name")}
        rules={[{ required: true, message: t("form.needed") }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <RolesField kind={account.kind} />
      <Button htmlType="submit" type="primary" loading={change.isPending}>
        {t("common:action.save")}
      </Button>
    </Form>
  );
}
