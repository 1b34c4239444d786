import { App, Button, Drawer, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useFormFaults } from "@/shared/ui/useFormFaults";
import type { Account } from "./useAccounts";
import { useAskForAccount, type AskedFor } from "./useAskForAccount";
import { useRequestOptions } from "./useRequests";

/** A head or lead asks for an account of the own unit or agency (Điều 8 bước 2), or for a new password of the account `of` (16.5). */
export function AskDrawer({ of, onClose }: { of?: Account | undefined; onClose: () => void }) {
  const { t } = useTranslation("account");
  const { message } = App.useApp();
  const [form] = Form.useForm<AskedFor>();
  const options = useRequestOptions(of === undefined);
  const faults = useFormFaults(form);
  const ask = useAskForAccount();
  const needed = [{ required: true, whitespace: true, message: t("form.needed") }];
  const submit = (values: AskedFor) =>
    ask.mutate(
      of === undefined
        ? {
            ...values,
            about: "account",
            appraiser_code: options.data?.kind === "appraisal" ? options.data.appraiser_code : null,
          }
        : { about: "password", account_id: of.id, reason: values.reason },
      {
        onSuccess: () => {
          message.success(t("ask.done"));
          onClose();
        },
        onError: faults,
      },
    );
  const units = options.data?.units ?? [];
  return (
    <Drawer
      open
      title={of === undefined ? t("ask.title") : t("ask.password_title", { name: of.holder_name })}
      onClose={onClose}
      destroyOnHidden
    >
      <p>{t(of === undefined ? "ask.lead" : "ask.password_lead")}</p>
      <Form<AskedFor> form={form} layout="vertical" onFinish={submit} disabled={ask.isPending}>
        {of === undefined && (
          <>
            {units.length > 0 && (
              <Form.Item name="unit_code" label={t("field.unit")} rules={needed} initialValue={units[0]?.code}>
                <Select options={units.map(({ code, name }) => ({ value: code, label: name }))} />
              </Form.Item>
            )}
            <Form.Item name="holder_name" label={t("field.holder_name")} rules={needed}>
              <Input maxLength={200} autoComplete="off" />
            </Form.Item>
            <Form.Item name="username" label={t("ask.username")} rules={needed} extra={t("ask.username_extra")}>
              <Input maxLength={150} autoComplete="off" spellCheck={false} />
            </Form.Item>
            <Form.Item name="role" label={t("field.role")}>
              <Select
                allowClear
                options={options.data?.roles.map((value) => ({ value, label: t(`common:role.${value}`) })) ?? []}
              />
            </Form.Item>
          </>
        )}
        <Form.Item name="reason" label={t("field.reason")} rules={needed}>
          <Input maxLength={2000} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={ask.isPending}>
          {t("ask.confirm")}
        </Button>
      </Form>
    </Drawer>
  );
}
