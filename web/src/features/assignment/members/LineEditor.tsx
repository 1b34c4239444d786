import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { chosen, type Line } from "./lines";
import "./members.css";

export interface Choice {
  value: string;
  label: string;
}

/** One line: a member, the units and the criteria; nothing chosen is everything. */
export function LineEditor({
  place,
  line,
  people,
  sheets,
  items,
  onChange,
  onRemove,
}: {
  place: number;
  line: Line;
  people: Choice[];
  sheets: Choice[];
  items: Choice[];
  onChange: (line: Line) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation("assignment");
  const named = (what: string) => `${t(`members.${what}`)} (${t("members.line", { place })})`;
  return (
    <fieldset className="member-line">
      <legend>{t("members.line", { place })}</legend>
      <label>
        {t("members.member")}
        <Select
          aria-label={named("member")}
          value={line.account_id}
          options={people}
          showSearch={{ optionFilterProp: "label" }}
          onChange={(account_id) => onChange({ ...line, account_id })}
        />
      </label>
      <label>
        {t("members.units")}
        <Select
          mode="multiple"
          allowClear
          aria-label={named("units")}
          placeholder={t("members.all_units")}
          maxTagCount={3}
          value={line.sheets ?? []}
          options={sheets}
          showSearch={{ optionFilterProp: "label" }}
          onChange={(values: string[]) => onChange({ ...line, sheets: chosen(values) })}
        />
      </label>
      <label>
        {t("members.criteria")}
        <Select
          mode="multiple"
          allowClear
          aria-label={named("criteria")}
          placeholder={t("members.all_criteria")}
          maxTagCount={3}
          value={line.items ?? []}
          options={items}
          showSearch={{ optionFilterProp: "label" }}
          onChange={(values: string[]) => onChange({ ...line, items: chosen(values) })}
        />
      </label>
      <Button danger aria-label={t("members.remove_line", { place })} onClick={onRemove}>
        {t("members.remove")}
      </Button>
    </fieldset>
  );
}
