import { Alert, App, Button, Form, InputNumber, Select, Space, Switch } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useCriteriaSets, useSurveyForms, type DocumentVersion } from "@/shared/criteria/useCriteriaSets";
import { ProblemError } from "@/shared/api/problem";
import { usePeriods, type Period } from "@/shared/period/usePeriods";
import { InstantPicker } from "@/shared/ui/InstantPicker";
import { Trouble } from "@/shared/ui/Trouble";
import { formPath, type PeriodDraft } from "../draft";
import { useSavePeriod } from "../useSavePeriod";
import { HolidaysField } from "./HolidaysField";
import { PhaseFields } from "./PhaseFields";
import { Replacements } from "./Replacements";
import "./plan.css";

export interface PlaceFault {
  place: string;
  message: string;
}

/** Everything of a period that is planned, with every fault at its place: those that saving told, and `faults` that opening would tell. */
export function PeriodForm(props: {
  before: Period | null;
  draft: PeriodDraft;
  faults?: PlaceFault[];
  locked?: boolean;
  onSaved: (period: Period) => void;
}) {
  const { before, draft, faults = [], locked = false, onSaved } = props;
  const { t } = useTranslation("planning");
  const { message } = App.useApp();
  const [form] = Form.useForm<PeriodDraft>();
  const save = useSavePeriod(before);
  const sets = useCriteriaSets();
  const forms = useSurveyForms();
  const periods = usePeriods();
  const fixed = locked || (before !== null && before.status !== "planned");
  const program = Form.useWatch("program", form) ?? draft.program;
  const rehearsal = Form.useWatch("rehearsal", form) ?? draft.rehearsal;
  useEffect(() => {
    form.setFields(
      faults
        .filter(({ place }) => place !== "")
        .map(({ place, message: text }) => ({ name: formPath(place) as never, errors: [text] })),
    );
  }, [form, faults]);
  const submit = () => {
    // With what is not on the screen too: agencies of sets that are still loading keep their replacements.
    const values = form.getFieldsValue(true) as PeriodDraft;
    const replacements = Object.fromEntries(
      Object.entries(values.conflict_appraiser.replacements ?? {}).filter(([, to]) => to),
    );
    const body: PeriodDraft = {
      ...values,
      conflict_appraiser: { ...values.conflict_appraiser, replacements },
      clock_at: values.rehearsal ? (values.clock_at ?? null) : null,
      par_period_id: values.program === "task_completion" ? (values.par_period_id ?? null) : null,
      survey_forms_id: values.survey_forms_id ?? null,
    };
    // Not by callbacks of `mutate`: a saved period has another version, and with it this form gives way to a new one.
    save.mutateAsync(body).then(
      (saved) => {
        void message.success(t("form.saved"));
        onSaved(saved);
      },
      (fault: unknown) => {
        if (!(fault instanceof ProblemError)) return;
        form.setFields(
          (fault.problem.errors ?? [])
            .filter((one) => one.pointer)
            .map((one) => ({ name: formPath(one.pointer ?? "") as never, errors: [one.detail] })),
        );
      },
    );
  };
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={draft}
      onFinish={submit}
      scrollToFirstError={{ focus: true }}
      disabled={locked}
    >
      {fixed && !locked && <Alert type="info" showIcon title={t("form.fixed")} style={{ marginBlockEnd: 12 }} />}
      <div className="plan-grid">
        <Form.Item name="program" label={t("field.program")}>
          <Select
            disabled={fixed}
            options={["par_index", "task_completion"].map((value) => ({ value, label: t(`common:program.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="year" label={t("field.year")}>
          <InputNumber disabled={fixed} min={1000} max={9999} precision={0} style={{ inlineSize: "100%" }} />
        </Form.Item>
        <Form.Item
          name="rehearsal"
          label={t("form.rehearsal")}
          valuePropName="checked"
          extra={t("form.rehearsal_detail")}
        >
          <Switch disabled={before !== null} />
        </Form.Item>
        {before === null && rehearsal && (
          <Form.Item name="clock_at" label={t("form.clock_at")} extra={t("form.clock_at_detail")}>
            <InstantPicker usualTime="08:00" />
          </Form.Item>
        )}
      </div>
      <Form.Item name="criteria_set_ids" label={t("field.criteria_sets")}>
        <Select
          mode="multiple"
          disabled={fixed}
          loading={sets.isPending}
          showSearch={{ optionFilterProp: "label" }}
          options={sets.data
            ?.filter((set) => set.status === "published")
            .map((set) => ({ value: set.id, label: nameOf(set, t("form.version")) }))}
        />
      </Form.Item>
      <div className="plan-grid">
        <Form.Item name="survey_forms_id" label={t("field.survey_forms")}>
          <Select
            allowClear
            disabled={fixed}
            options={forms.data
              ?.filter((one) => one.status === "published")
              .map((one) => ({
                value: one.id,
                label: `${t("form.version")} ${one.version_number} · ${one.decision?.number ?? ""}`,
              }))}
          />
        </Form.Item>
        {program === "task_completion" && (
          <Form.Item name="par_period_id" label={t("field.par_period")}>
            <Select
              allowClear
              disabled={fixed}
              options={periods.data
                ?.filter((one) => one.program === "par_index" && one.id !== before?.id)
                .map((one) => ({
                  value: one.id,
                  label: `${t("common:program.par_index")} ${one.year}${one.rehearsal ? ` (${t("common:rehearsal")})` : ""}`,
                }))}
            />
          </Form.Item>
        )}
        <Form.Item name="clarification_rounds" label={t("field.clarification_rounds")}>
          <Select disabled={fixed} options={[0, 1, 2].map((value) => ({ value, label: t(`rounds.${value}`) }))} />
        </Form.Item>
      </div>
      <PhaseFields />
      <Form.Item name="holidays" label={t("field.holidays")} extra={t("form.holidays_detail")}>
        <HolidaysField />
      </Form.Item>
      <div className="plan-grid">
        <Form.Item name="lock_scope" label={t("field.lock_scope")}>
          <Select options={["sign_in", "writing"].map((value) => ({ value, label: t(`lock_scope.${value}`) }))} />
        </Form.Item>
        <Form.Item name="unit_sees_scores" label={t("field.unit_sees_scores")}>
          <Select
            options={["clarification", "aggregated", "published"].map((value) => ({
              value,
              label: t(`unit_sees_scores.${value}`),
            }))}
          />
        </Form.Item>
      </div>
      <Replacements />
      {save.isError && <Trouble fault={save.error} />}
      {!locked && (
        <Space style={{ marginBlock: 12 }}>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t("common:action.save")}
          </Button>
          <Button onClick={() => form.resetFields()}>{t("form.undo")}</Button>
        </Space>
      )}
    </Form>
  );
}

function nameOf(set: DocumentVersion, version: string): string {
  return `${set.code} · ${set.title} · ${version} ${set.version_number}`;
}
