import { App, AutoComplete, Button, Drawer, Form, Input, Select, Space } from "antd";
import { useTranslation } from "react-i18next";
import { holds } from "@/shared/format/search";
import { DayPicker } from "@/shared/ui/DayPicker";
import { useFormFaults } from "@/shared/ui/useFormFaults";
import { useUnitTypeTitle } from "@/shared/unit/useUnitTypeTitle";
import { useUnitTypes, type Unit } from "@/shared/unit/useUnits";
import { useSaveUnit, type UnitIn } from "./useSaveUnit";

/** Register a unit (`unit` undefined) or change one. */
export function UnitDrawer({
  unit,
  units,
  groups,
  open,
  onClose,
}: {
  unit: Unit | undefined;
  units: Unit[];
  groups: string[];
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation("unit");
  return (
    <Drawer
      title={unit === undefined ? t("form.new") : t("form.change", { name: unit.name })}
      open={open}
      onClose={onClose}
      destroyOnHidden
    >
      <UnitForm unit={unit} units={units} groups={groups} onDone={onClose} />
    </Drawer>
  );
}

function UnitForm({
  unit,
  units,
  groups,
  onDone,
}: {
  unit: Unit | undefined;
  units: Unit[];
  groups: string[];
  onDone: () => void;
}) {
  const { t } = useTranslation("unit");
  const { message } = App.useApp();
  const [form] = Form.useForm<UnitIn>();
  const types = useUnitTypes();
  const typeTitle = useUnitTypeTitle();
  const faults = useFormFaults(form);
  const save = useSaveUnit(unit);
  const needed = [{ required: true, message: t("form.needed") }];
  const submit = (values: UnitIn) =>
    save.mutate(
      { ...values, code: unit?.code ?? values.code, parent_code: values.parent_code ?? null },
      {
        onSuccess: (saved) => {
          message.success(t("form.saved", { name: saved.name }));
          onDone();
        },
        onError: faults,
      },
    );
  return (
    <Form<UnitIn> form={form} layout="vertical" initialValues={unit ?? {}} onFinish={submit} disabled={save.isPending}>
      {unit === undefined && (
        <Form.Item name="code" label={t("field.code")} rules={needed} extra={t("form.code_extra")}>
          <Input maxLength={200} />
        </Form.Item>
      )}
      <Form.Item name="name" label={t("field.name")} rules={needed}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="unit_type" label={t("field.unit_type")} rules={needed} extra={t("form.type_extra")}>
        <AutoComplete
          options={types.data?.map(({ code }) => ({ value: code, label: `${typeTitle(code)} (${code})` })) ?? []}
        />
      </Form.Item>
      <Form.Item name="ranking_group" label={t("field.ranking_group")} rules={needed} extra={t("form.group_extra")}>
        <AutoComplete options={groups.map((value) => ({ value }))} />
      </Form.Item>
      <Form.Item name="parent_code" label={t("field.parent")}>
        <Select
          allowClear
          showSearch={{ filterOption: (words, option) => holds(String(option?.label), words) }}
          options={units
            .filter((one) => one.code !== unit?.code)
            .map((one) => ({ value: one.code, label: `${one.name} (${one.code})` }))}
        />
      </Form.Item>
      <Space wrap size="large" align="start">
        <Form.Item name="valid_from" label={t("field.valid_from")}>
          <DayPicker />
        </Form.Item>
        <Form.Item name="valid_to" label={t("field.valid_to")}>
          <DayPicker />
        </Form.Item>
      </Space>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t("common:action.save")}
      </Button>
    </Form>
  );
}
