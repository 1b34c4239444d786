import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { InstantPicker } from "@/shared/ui/InstantPicker";

/** Which roles go with a kind of account, to offer them; the service decides. */
const OFFERED: Record<string, string[]> = {
  data_entry: ["unit_approver"],
  appraisal: ["appraisal_lead", "council_member"],
  management: ["council_member"],
};

/** Roles with or without dates, in a form whose field is `roles`. */
export function RolesField({ kind }: { kind: string | undefined }) {
  const { t } = useTranslation("account");
  const offered = OFFERED[kind ?? ""] ?? [];
  return (
    <Form.List name="roles">
      {(fields, { add, remove }) => (
        <fieldset className="account-roles">
          <legend>{t("field.roles")}</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className="account-role">
              <Form.Item
                name={[name, "role"]}
                label={t("field.role")}
                rules={[{ required: true, message: t("form.needed") }]}
              >
                <Select options={offered.map((value) => ({ value, label: t(`common:role.${value}`) }))} />
              </Form.Item>
              <Form.Item name={[name, "valid_from"]} label={t("field.valid_from")}>
                <InstantPicker usualTime="00:00" />
              </Form.Item>
              <Form.Item name={[name, "valid_to"]} label={t("field.valid_to")}>
                <InstantPicker />
              </Form.Item>
              <Button
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t("form.remove_role")}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          {offered.length === 0 ? (
            <small>{t("form.no_roles")}</small>
          ) : (
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ role: offered[0] })}>
              {t("form.add_role")}
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}
