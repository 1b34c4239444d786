import { Button, Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { holds } from "@/shared/format/search";
import { Trouble } from "@/shared/ui/Trouble";
import type { FormOfUnit } from "../campaign/useSurveyProgress";
import { useMakeLinks, type LinksMade, type LinksWanted } from "./useLinks";

/** How many links about which units. */
export function MakeLinks(props: {
  campaignId: string;
  form: string;
  units: FormOfUnit[];
  onMade: (made: LinksMade) => void;
}) {
  const { campaignId, form, units, onMade } = props;
  const { t } = useTranslation("survey_campaign");
  const [fields] = Form.useForm<Omit<LinksWanted, "form">>();
  const make = useMakeLinks(campaignId);
  const chosen = Form.useWatch("unit_codes", fields) ?? [];
  const count = Form.useWatch("count", fields) ?? 0;
  return (
    <Form
      form={fields}
      layout="vertical"
      initialValues={{ count: 20, note: "", unit_codes: [] }}
      onFinish={(wanted) => make.mutate({ ...wanted, form }, { onSuccess: onMade })}
    >
      <Form.Item
        name="unit_codes"
        label={t("links.units")}
        rules={[{ required: true, type: "array", min: 1, message: t("links.units_due") }]}
        extra={
          <Button
            type="link"
            size="small"
            style={{ padding: 0 }}
            onClick={() =>
              fields.setFieldValue(
                "unit_codes",
                units.map((unit) => unit.unit_code),
              )
            }
          >
            {t("links.all_units", { count: units.length })}
          </Button>
        }
      >
        <Select
          mode="multiple"
          maxTagCount={6}
          showSearch={{ filterOption: (text, option) => holds(String(option?.label ?? ""), text) }}
          options={units.map((unit) => ({ value: unit.unit_code, label: unit.unit_name }))}
        />
      </Form.Item>
      <Form.Item name="count" label={t("links.count")} rules={[{ required: true, message: t("links.count_due") }]}>
        <InputNumber min={1} max={500} precision={0} />
      </Form.Item>
      <Form.Item name="note" label={t("links.note")}>
        <Input maxLength={500} placeholder={t("links.note_example")} />
      </Form.Item>
      {make.isError && <Trouble fault={make.error} />}
      <Button type="primary" htmlType="submit" loading={make.isPending} style={{ marginBlock: "8px 24px" }}>
        {chosen.length === 0 ? t("links.make_some") : t("links.make", { count: chosen.length * count })}
      </Button>
    </Form>
  );
}
