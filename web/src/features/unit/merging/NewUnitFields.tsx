import { AutoComplete, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { byName, holds } from "@/shared/format/search";
import { useUnitTypeTitle } from "@/shared/unit/useUnitTypeTitle";
import { useUnitTypes, type Unit } from "@/shared/unit/useUnits";

/** What a unit that is not there yet needs; its first day is that of the merger. */
export function NewUnitFields({ units }: { units: Unit[] }) {
  const { t } = useTranslation("unit");
  const types = useUnitTypes();
  const typeTitle = useUnitTypeTitle();
  const groups = [...new Set(units.map((unit) => unit.ranking_group))].sort(byName);
  const needed = [{ required: true, message: t("form.needed") }];
  return (
    <>
      <Form.Item name={["new_unit", "name"]} label={t("field.name")} rules={needed}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name={["new_unit", "unit_type"]} label={t("field.unit_type")} rules={needed}>
        <AutoComplete
          options={types.data?.map(({ code }) => ({ value: code, label: `${typeTitle(code)} (${code})` })) ?? []}
        />
      </Form.Item>
      <Form.Item name={["new_unit", "ranking_group"]} label={t("field.ranking_group")} rules={needed}>
        <AutoComplete options={groups.map((value) => ({ value }))} />
      </Form.Item>
      <Form.Item name={["new_unit", "parent_code"]} label={t("field.parent")}>
        <Select
          allowClear
          showSearch={{ filterOption: (words, option) => holds(String(option?.label), words) }}
          options={units.map((one) => ({ value: one.code, label: `${one.name} (${one.code})` }))}
        />
      </Form.Item>
    </>
  );
}
