import { Button, Form, Space } from "antd";
import { useTranslation } from "react-i18next";
import { InstantPicker } from "@/shared/ui/InstantPicker";

/** The dates of a period. A field's name is its place in the request, so that every fault finds it. */
export function PhaseFields() {
  const { t } = useTranslation("planning");
  const rounds = Form.useWatch<number | undefined>("clarification_rounds") ?? 0;
  return (
    <>
      <fieldset className="plan-row">
        <legend>{t("phase.self_assessment")}</legend>
        <Moment path={["phases", "self_assessment", "from"]} label={t("field.from")} usual="08:00" />
        <Moment path={["phases", "self_assessment", "to"]} label={t("field.deadline")} />
        <Moment path={["phases", "self_assessment", "late_until"]} label={t("field.late_until")} />
      </fieldset>
      <fieldset className="plan-row">
        <legend>{t("phase.appraisal")}</legend>
        <Moment path={["phases", "appraisal", "from"]} label={t("field.from")} usual="08:00" />
        <Moment path={["phases", "appraisal", "to"]} label={t("field.appraisal_to")} />
      </fieldset>
      <Form.List name={["phases", "clarification"]}>
        {(windows, { add, remove }) => (
          <>
            {windows.map((window, index) => (
              <fieldset className="plan-row" key={window.key}>
                <legend>{t("span.clarification", { round: index + 1 })}</legend>
                <Moment at={[window.name, "from"]} label={t("field.from")} usual="08:00" />
                <Moment at={[window.name, "to"]} label={t("field.to")} />
                <Button onClick={() => remove(window.name)}>{t("form.remove_window")}</Button>
              </fieldset>
            ))}
            <Form.Item
              hidden={windows.length >= 2}
              help={rounds < windows.length ? t("form.too_many_windows") : undefined}
              validateStatus={rounds < windows.length ? "warning" : undefined}
            >
              <Space>
                <Button onClick={() => add({ from: null, to: null })} disabled={windows.length >= rounds}>
                  {t("form.add_window")}
                </Button>
                {windows.length >= rounds && <span>{t("form.window_needs_round")}</span>}
              </Space>
            </Form.Item>
          </>
        )}
      </Form.List>
    </>
  );
}

function Moment(props: { path?: string[]; at?: (string | number)[]; label: string; usual?: string }) {
  return (
    <Form.Item name={props.path ?? props.at} label={props.label}>
      <InstantPicker usualTime={props.usual} />
    </Form.Item>
  );
}
