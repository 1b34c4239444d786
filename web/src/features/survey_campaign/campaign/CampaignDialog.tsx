import { Form, Modal, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ProblemError } from "@/shared/api/problem";
import { useSurveyForms } from "@/shared/criteria/useCriteriaSets";
import { usePeriods } from "@/shared/period/usePeriods";
import { InstantPicker } from "@/shared/ui/InstantPicker";
import { Trouble } from "@/shared/ui/Trouble";
import type { Campaign } from "./useCampaigns";
import { useSaveCampaign, type CampaignDraft } from "./useSaveCampaign";

/** A new campaign, or the dates of one; every fault at its field. */
export function CampaignDialog({ before, onDone }: { before: Campaign | null; onDone: (id?: string) => void }) {
  const { t } = useTranslation("survey_campaign");
  const [form] = Form.useForm<CampaignDraft>();
  const forms = useSurveyForms();
  const periods = usePeriods();
  const save = useSaveCampaign(before);
  const submit = (draft: CampaignDraft) =>
    save.mutate(
      { ...draft, from: draft.from ?? null, to: draft.to ?? null },
      {
        onSuccess: ({ id }) => onDone(id),
        onError: (fault) => {
          if (!(fault instanceof ProblemError)) return;
          const told = (fault.problem.errors ?? []).filter((one) => one.pointer);
          form.setFields(
            told.map((one) => ({
              name: (one.pointer ?? "").split("/")[1] as keyof CampaignDraft,
              errors: [one.detail],
            })),
          );
        },
      },
    );
  return (
    <Modal
      open
      title={before ? t("campaign.dates") : t("campaign.new")}
      okText={t("common:action.save")}
      cancelText={t("common:action.cancel")}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
      onCancel={() => onDone()}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{ from: before?.from ?? null, to: before?.to ?? null, period_ids: before?.period_ids ?? [] }}
      >
        {before === null && (
          <>
            <Form.Item
              name="survey_forms_id"
              label={t("campaign.forms")}
              rules={[{ required: true, message: t("campaign.forms_due") }]}
            >
              <Select
                options={forms.data
                  ?.filter((one) => one.status === "published")
                  .map((one) => ({
                    value: one.id,
                    label: `${t("forms.version", { number: one.version_number })} · ${one.decision?.number ?? ""}`,
                  }))}
              />
            </Form.Item>
            <Form.Item
              name="period_ids"
              label={t("campaign.periods")}
              rules={[{ required: true, message: t("campaign.periods_due") }]}
            >
              <Select
                mode="multiple"
                options={periods.data
                  ?.filter((one) => one.status !== "archived")
                  .map((one) => ({
                    value: one.id,
                    label: `${t(`common:program.${one.program}`)} ${one.year}${one.rehearsal ? ` (${t("common:rehearsal")})` : ""}`,
                  }))}
              />
            </Form.Item>
          </>
        )}
        <Form.Item name="from" label={t("campaign.from")}>
          <InstantPicker usualTime="08:00" />
        </Form.Item>
        <Form.Item name="to" label={t("campaign.to")}>
          <InstantPicker />
        </Form.Item>
      </Form>
      {save.isError && <Trouble fault={save.error} />}
    </Modal>
  );
}
