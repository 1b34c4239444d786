import { Alert, Button, Drawer, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { holds } from "@/shared/format/search";
import { useFormFaults } from "@/shared/ui/useFormFaults";
import type { Unit } from "@/shared/unit/useUnits";
import { PasswordSlips, type Slip } from "./PasswordSlips";
import { RolesField } from "./RolesField";
import { useGrantAccount, type AccountIn } from "./useGrantAccount";

const KINDS = ["data_entry", "appraisal", "management", "administration", "support"] as const;

/** Grant one account (Điều 8); the one-time password is shown here once. */
export function GrantDrawer({ units, agencies, onClose }: { units: Unit[]; agencies: string[]; onClose: () => void }) {
  const { t } = useTranslation("account");
  const [slip, setSlip] = useState<Slip>();
  return (
    <Drawer
      open
      title={t("grant.title")}
      size="large"
      onClose={onClose}
      maskClosable={slip === undefined}
      footer={slip && <Button onClick={onClose}>{t("common:action.close")}</Button>}
    >
      {slip ? <PasswordSlips slips={[slip]} /> : <GrantForm units={units} agencies={agencies} onGranted={setSlip} />}
    </Drawer>
  );
}

function GrantForm(props: { units: Unit[]; agencies: string[]; onGranted: (slip: Slip) => void }) {
  const { units, agencies, onGranted } = props;
  const { t } = useTranslation("account");
  const [form] = Form.useForm<AccountIn>();
  const kind = Form.useWatch("kind", form);
  const faults = useFormFaults(form);
  const grant = useGrantAccount();
  const needed = [{ required: true, message: t("form.needed") }];
  const ofUnits = {
    allowClear: true,
    showSearch: { filterOption: (words: string, option?: { label: string }) => holds(option?.label ?? "", words) },
    options: units.map((unit) => ({ value: unit.code, label: `${unit.name} (${unit.code})` })),
  };
  const submit = (values: AccountIn) =>
    grant.mutate(
      { ...values, roles: values.roles ?? [] },
      {
        onSuccess: (granted) =>
          onGranted({
            ...granted,
            initial_password: granted.initial_password ?? null,
            place: units.find((unit) => unit.code === granted.unit_code)?.name ?? granted.appraiser_code,
          }),
        onError: faults,
      },
    );
  return (
    <Form<AccountIn> form={form} layout="vertical" onFinish={submit} disabled={grant.isPending}>
      <Form.Item name="kind" label={t("field.kind")} rules={needed}>
        <Select
          options={KINDS.map((value) => ({ value, label: t(`common:account_kind.${value}`) }))}
          onChange={() => form.setFieldsValue({ roles: [] })}
        />
      </Form.Item>
      {kind === "administration" && <Alert type="info" showIcon title={t("grant.administration")} />}
      <Form.Item name="username" label={t("field.username")} rules={needed} extra={t("grant.username_extra")}>
        <Input maxLength={150} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="holder_name" label={t("field.holder_name")} rules={needed} extra={t("grant.holder_extra")}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      {kind !== undefined && kind !== "support" && (
        <Form.Item name="unit_code" label={t("field.unit")} rules={kind === "data_entry" ? needed : []}>
          <Select {...ofUnits} />
        </Form.Item>
      )}
      {kind === "appraisal" && (
        <Form.Item name="appraiser_code" label={t("field.agency")} rules={needed} extra={t("grant.agency_extra")}>
          <Input maxLength={200} list="account-agencies" autoComplete="off" />
        </Form.Item>
      )}
      <datalist id="account-agencies">
        {agencies.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
      {kind === "management" && (
        <Form.Item name="only_for_unit" label={t("field.only_for_unit")} extra={t("grant.only_extra")}>
          <Select {...ofUnits} />
        </Form.Item>
      )}
      <RolesField kind={kind} />
      <Button type="primary" htmlType="submit" loading={grant.isPending}>
        {t("grant.confirm")}
      </Button>
    </Form>
  );
}
