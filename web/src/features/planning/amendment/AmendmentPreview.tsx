import { Alert, Button, Space, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import type { Period } from "@/shared/period/usePeriods";
import { Loading } from "@/shared/ui/Loading";
import { StatusTag } from "@/shared/ui/StatusTag";
import { Trouble } from "@/shared/ui/Trouble";
import { AmendDialog } from "./AmendDialog";
import { ChangedItems } from "./ChangedItems";
import { TouchedAppraisals } from "./TouchedAppraisals";
import { useAmendmentPreview, type Preview } from "./useAmendmentPreview";

/** What the new version would do to items, sheets and appraisals, and the button that asks for the decision. */
export function AmendmentPreview(props: { period: Period; from: string; to: string; onDone: () => void }) {
  const { period, from, to, onDone } = props;
  const { t } = useTranslation("planning");
  const [deciding, decide] = useState(false);
  const preview = useAmendmentPreview(period.id, from, to);
  if (preview.isPending) return <Loading />;
  if (preview.isError) return <Trouble fault={preview.error} onRetry={() => void preview.refetch()} />;
  const { faults, items, attributes, sheets, sheet_count, needs_deadline } = preview.data;
  const returned = sheets.filter((sheet) => sheet.goes_back).length;
  return (
    <>
      {faults.length > 0 ? (
        <Alert
          type="error"
          showIcon
          title={t("amendment.faults", { count: faults.length })}
          description={
            <ul>
              {faults.map((fault) => (
                <li key={fault.place + fault.message}>{fault.message}</li>
              ))}
            </ul>
          }
        />
      ) : (
        <Alert
          type={returned > 0 ? "warning" : "info"}
          showIcon
          title={t("amendment.touches", { sheets: sheet_count, touched: sheets.length, returned })}
          description={needs_deadline ? t("amendment.needs_deadline") : t("amendment.kept")}
        />
      )}
      {attributes.length > 0 && (
        <p>
          {t("amendment.attributes", {
            attributes: attributes.map((one) => t(`amendment.attribute.${one}`, { defaultValue: one })).join(", "),
          })}
        </p>
      )}
      <Space style={{ marginBlock: 12 }} wrap>
        <Button type="primary" disabled={faults.length > 0} onClick={() => decide(true)}>
          {t("amendment.apply")}
        </Button>
        <Button onClick={() => void preview.refetch()} loading={preview.isFetching}>
          {t("opening.again")}
        </Button>
      </Space>
      <ChangedItems items={items} caption={t("amendment.items")} />
      <TouchedSheets sheets={sheets} />
      <TouchedAppraisals appraisals={preview.data.appraisals} />
      {deciding && (
        <AmendDialog
          period={period}
          from={from}
          to={to}
          returned={returned}
          needsDeadline={needs_deadline}
          onClose={() => decide(false)}
          onDone={onDone}
        />
      )}
    </>
  );
}

function TouchedSheets({ sheets }: { sheets: Preview["sheets"] }) {
  const { t } = useTranslation("planning");
  const said = (items: Record<string, string[]> | null) =>
    items === null
      ? t("amendment.not_shown")
      : Object.entries(items)
          .filter(([, codes]) => codes.length > 0)
          .map(([kind, codes]) => t(`amendment.values.${kind}`, { codes: codes.join(", ") }))
          .join("; ") || t("amendment.values.none");
  return (
    <Table
      rowKey="sheet_id"
      size="small"
      style={{ marginBlockStart: 16 }}
      dataSource={sheets}
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      scroll={{ x: 720 }}
      caption={t("amendment.sheets")}
      locale={{ emptyText: t("amendment.no_sheets") }}
      columns={[
        { title: t("field.unit"), dataIndex: "unit_name" },
        {
          title: t("field.status"),
          width: 200,
          render: (_, sheet) => <StatusTag of="sheet" status={sheet.status} />,
        },
        {
          title: t("amendment.becomes"),
          width: 220,
          render: (_, sheet) => (sheet.goes_back ? t("amendment.goes_back") : t("amendment.stays")),
        },
        { title: t("field.deadline"), width: 150, render: (_, sheet) => dateTime(sheet.deadline) },
        { title: t("amendment.values.title"), render: (_, sheet) => said(sheet.items) },
      ]}
    />
  );
}
