import { Alert, Drawer, Table } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import type { Campaign } from "../campaign/useCampaigns";
import type { FormsDocument } from "../forms/formsDocument";
import { AnsweredHere } from "./AnsweredHere";
import { cellOf, type StoredNumber } from "./entry";
import { EntryGrid } from "./EntryGrid";
import { useNumbers } from "./useNumbers";

/** Keying in one form about one unit, and what was corrected there. */
export function UnitEntry(props: {
  campaign: Campaign;
  formCode: string;
  unit: { code: string; name: string };
  document: FormsDocument;
  onClose: () => void;
}) {
  const { campaign, formCode, unit, document, onClose } = props;
  const { t } = useTranslation("survey_campaign");
  const numbers = useNumbers(campaign.id, unit.code);
  const form = document.forms.find(({ code }) => code === formCode);
  const closed = campaign.forms.find(({ code }) => code === formCode)?.status === "closed";
  const stored = useMemo(
    () =>
      new Map<string, StoredNumber>(
        numbers.data?.numbers
          .filter((one) => one.form === formCode)
          .map((one) => [cellOf(one.question, one.option), { value: one.value, version: one.version }]),
      ),
    [numbers.data, formCode],
  );
  const answered = numbers.data?.answered.find((one) => one.form === formCode);
  const corrections = numbers.data?.corrections.filter((one) => one.form === formCode) ?? [];
  return (
    <Drawer open onClose={onClose} size="min(1000px, 100%)" title={`${unit.name} · ${formCode}`} destroyOnHidden>
      {form && <p>{form.title}</p>}
      {numbers.isPending && <Loading />}
      {numbers.isError && <Trouble fault={numbers.error} onRetry={() => void numbers.refetch()} />}
      {closed && <Alert type="info" showIcon title={t("entry.closed")} style={{ marginBlockEnd: 8 }} />}
      {!closed && !campaign.running && (
        <Alert type="warning" showIcon title={t("entry.not_running")} style={{ marginBlockEnd: 8 }} />
      )}
      {form && numbers.data && (
        <EntryGrid
          campaignId={campaign.id}
          unitCode={unit.code}
          form={form}
          scales={document.scales}
          stored={stored}
          locked={closed || !campaign.running}
        />
      )}
      {form && answered && <AnsweredHere answered={answered} form={form} scales={document.scales} paper={stored} />}
      {corrections.length > 0 && (
        <Table
          rowKey={(one) => one.corrected_at + (one.question ?? "")}
          size="small"
          style={{ marginBlockStart: 16 }}
          title={() => t("entry.corrections")}
          dataSource={corrections}
          pagination={false}
          scroll={{ x: 560 }}
          columns={[
            {
              title: t("entry.cell"),
              render: (_, one) => (one.question ? `${one.question}: ${one.option}` : t("entry.valid")),
            },
            { title: t("entry.before"), dataIndex: "before", align: "right", width: 80 },
            { title: t("entry.after"), dataIndex: "after", align: "right", width: 80 },
            { title: t("entry.reason_column"), dataIndex: "reason" },
            { title: t("entry.at"), width: 150, render: (_, one) => dateTime(one.corrected_at) },
          ]}
        />
      )}
    </Drawer>
  );
}
