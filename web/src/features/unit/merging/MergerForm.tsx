import { Button, Checkbox, Form, Input, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { holds } from "@/shared/format/search";
import { DayPicker } from "@/shared/ui/DayPicker";
import { useFormFaults } from "@/shared/ui/useFormFaults";
import type { Unit } from "@/shared/unit/useUnits";
import { NewUnitFields } from "./NewUnitFields";
import type { MergerIn } from "./useMergers";

interface Wanted extends Omit<MergerIn, "new_unit" | "account_acts"> {
  into: "existing" | "new";
  new_unit: { name: string; unit_type: string; ranking_group: string; parent_code?: string };
}

/** Which units, into which, from which day, and why. */
export function MergerForm({
  units,
  busy,
  onLook,
}: {
  units: Unit[];
  busy: boolean;
  onLook: (body: MergerIn, onError: (fault: unknown) => void) => void;
}) {
  const { t } = useTranslation("unit");
  const [form] = Form.useForm<Wanted>();
  const faults = useFormFaults(form);
  const into = Form.useWatch("into", form) ?? "existing";
  const needed = [{ required: true, message: t("form.needed") }];
  const options = units
    .filter((unit) => unit.successor_code === null)
    .map((unit) => ({ value: unit.code, label: `${unit.name} (${unit.code})` }));
  const search = { filterOption: (words: string, option?: { label: string }) => holds(option?.label ?? "", words) };
  const submit = ({ into: way, new_unit, ...rest }: Wanted) =>
    onLook(
      {
        ...rest,
        account_acts: {},
        new_unit: way === "new" ? { ...new_unit, parent_code: new_unit.parent_code ?? null } : null,
      },
      faults,
    );
  return (
    <Form<Wanted>
      form={form}
      layout="vertical"
      className="merger-form"
      initialValues={{ into: "existing", sub_units_follow: true }}
      onFinish={submit}
      disabled={busy}
    >
      <Form.Item name="predecessors" label={t("merge.predecessors")} rules={needed}>
        <Select mode="multiple" showSearch={search} options={options} />
      </Form.Item>
      <Form.Item name="into" label={t("merge.into")}>
        <Radio.Group
          options={[
            { value: "existing", label: t("merge.into_existing") },
            { value: "new", label: t("merge.into_new") },
          ]}
        />
      </Form.Item>
      {into === "existing" ? (
        <Form.Item name="successor_code" label={t("merge.successor")} rules={needed}>
          <Select showSearch={search} options={options} />
        </Form.Item>
      ) : (
        <>
          <Form.Item name="successor_code" label={t("field.code")} rules={needed} extra={t("form.code_extra")}>
            <Input maxLength={200} />
          </Form.Item>
          <NewUnitFields units={units} />
        </>
      )}
      <Form.Item name="merged_on" label={t("merge.day")} rules={needed} extra={t("merge.day_extra")}>
        <DayPicker />
      </Form.Item>
      <Form.Item name="reason" label={t("merge.reason")} rules={[{ ...needed[0], whitespace: true }]}>
        <Input maxLength={2000} />
      </Form.Item>
      <Form.Item name="sub_units_follow" valuePropName="checked">
        <Checkbox>{t("merge.sub_units")}</Checkbox>
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t("merge.preview")}
      </Button>
    </Form>
  );
}
