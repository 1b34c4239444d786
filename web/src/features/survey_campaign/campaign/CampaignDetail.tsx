import { useQuery } from "@tanstack/react-query";
import { App, Button, Progress, Select, Space, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { surveyFormsQuery } from "@/shared/criteria/useCriteriaSets";
import { dateTime } from "@/shared/format/dates";
import { byName } from "@/shared/format/search";
import { Loading } from "@/shared/ui/Loading";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { Trouble } from "@/shared/ui/Trouble";
import { useTell } from "@/shared/ui/useTell";
import { UnitEntry } from "../entry/UnitEntry";
import { formsOf } from "../forms/formsDocument";
import { LinksDrawer } from "../links/LinksDrawer";
import type { Campaign } from "./useCampaigns";
import { useCloseForms } from "./useCloseForms";
import { useReopenForm } from "./useReopenForm";
import { useSurveyProgress, type FormOfUnit } from "./useSurveyProgress";

/** One campaign: its forms, how far each unit's numbers are, keying in and closing. */
export function CampaignDetail({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation("survey_campaign");
  const { modal, message } = App.useApp();
  const tell = useTell();
  const progress = useSurveyProgress(campaign.id);
  const version = useQuery(surveyFormsQuery(campaign.survey_forms_id));
  const close = useCloseForms(campaign.id);
  const [form, setForm] = useState(campaign.forms[0]?.code ?? "");
  const [only, setOnly] = useState<string>("all");
  const [linking, setLinking] = useState(false);
  const [reopening, setReopening] = useState(false);
  const reopen = useReopenForm(campaign.id);
  const [entering, setEntering] = useState<FormOfUnit | null>(null);
  if (progress.isError) return <Trouble fault={progress.error} onRetry={() => void progress.refetch()} />;
  if (version.isError) return <Trouble fault={version.error} onRetry={() => void version.refetch()} />;
  if (progress.isPending || version.isPending) return <Loading />;
  const document = formsOf(version.data.document);
  const chosen = campaign.forms.find(({ code }) => code === form);
  const lines = progress.data.filter((line) => line.form === form);
  const shown = lines.filter(
    (line) => only === "all" || (line.valid === null || line.entered < line.expected) === (only === "missing"),
  );
  const asked = document.forms.find(({ code }) => code === form);
  const title = (code: string) => document.forms.find((one) => one.code === code)?.title ?? code;
  const askClose = (code: string | null) =>
    modal.confirm({
      title: code === null ? t("close.ask_all") : t("close.ask", { form: code }),
      content: t("close.detail"),
      okText: t("close.close"),
      cancelText: t("common:action.cancel"),
      onOk: () =>
        close.mutateAsync(code).then(
          () => void message.success(t("close.closed")),
          (fault: unknown) => tell(fault),
        ),
    });
  return (
    <>
      <Space wrap style={{ marginBlockEnd: 8 }}>
        <Select
          aria-label={t("detail.form")}
          value={form}
          onChange={setForm}
          style={{ inlineSize: 420, maxInlineSize: "calc(100vw - 32px)" }}
          options={campaign.forms.map(({ code, status }) => ({
            value: code,
            label: `${code} · ${title(code)}${status === "closed" ? ` (${t("detail.closed")})` : ""}`,
          }))}
        />
        <Select
          aria-label={t("detail.only")}
          value={only}
          onChange={setOnly}
          options={["all", "missing", "complete"].map((value) => ({ value, label: t(`detail.${value}`) }))}
          style={{ inlineSize: 170 }}
        />
        {asked && <Button onClick={() => setLinking(true)}>{t("links.title")}</Button>}
        {chosen?.status === "closed" && <Button onClick={() => setReopening(true)}>{t("reopen.act", { form })}</Button>}
        {chosen?.status === "open" && <Button onClick={() => askClose(form)}>{t("close.close_form", { form })}</Button>}
        {campaign.forms.some(({ status }) => status === "open") && (
          <Button danger onClick={() => askClose(null)}>
            {t("close.close_all")}
          </Button>
        )}
      </Space>
      {chosen?.closed_at && <p>{t("detail.closed_at", { at: dateTime(chosen.closed_at) })}</p>}
      <Table<FormOfUnit>
        rowKey="unit_code"
        size="small"
        dataSource={shown}
        pagination={{ pageSize: 100, hideOnSinglePage: true }}
        scroll={{ x: 760 }}
        columns={[
          {
            title: t("detail.unit"),
            sorter: (a, b) => byName(a.unit_name, b.unit_name),
            render: (_, line) => (
              <Button type="link" style={{ padding: 0 }} onClick={() => setEntering(line)}>
                {line.unit_name}
              </Button>
            ),
          },
          {
            title: t("entry.valid"),
            width: 170,
            align: "right",
            render: (_, line) => (
              <>
                {line.too_few && <Tag color="gold">{t("detail.too_few")}</Tag>}
                {line.valid ?? t("detail.none")}
              </>
            ),
          },
          { title: t("detail.answers"), width: 150, align: "right", dataIndex: "answers" },
          {
            title: t("detail.entered"),
            width: 220,
            render: (_, line) => (
              <Progress
                size="small"
                percent={line.expected ? Math.floor((100 * line.entered) / line.expected) : 100}
                format={() => `${line.entered}/${line.expected}`}
                aria-label={t("detail.entered")}
              />
            ),
          },
        ]}
      />
      {linking && asked && (
        <LinksDrawer
          campaignId={campaign.id}
          form={asked}
          open={chosen?.status === "open"}
          units={lines}
          onClose={() => {
            setLinking(false);
            void progress.refetch();
          }}
        />
      )}
      {reopening && (
        <ReasonDialog
          title={t("reopen.ask", { form })}
          told={<p>{t("reopen.detail")}</p>}
          act={t("reopen.open")}
          maxLength={2000}
          doing={reopen}
          give={(reason, options) => reopen.mutate({ form, reason }, options)}
          onClose={() => setReopening(false)}
        />
      )}
      {entering && (
        <UnitEntry
          key={entering.unit_code + entering.form}
          campaign={campaign}
          formCode={entering.form}
          unit={{ code: entering.unit_code, name: entering.unit_name }}
          document={document}
          onClose={() => setEntering(null)}
        />
      )}
    </>
  );
}
