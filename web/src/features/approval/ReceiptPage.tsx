import { Button, QRCode } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { dateTime } from "@/shared/format/dates";
import { useSheet } from "@/shared/sheet/useSheet";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";
import { Fingerprint } from "./Fingerprint";
import { useReceipt } from "./useReceipt";
import { useSignedFile } from "./useSignedFile";
import "./receipt.css";

/** What was sent, when, how late, and the fingerprint to check it by; one sheet of paper. */
export default function ReceiptPage() {
  const { t } = useTranslation("approval");
  const { program = "", sheetId = "" } = useParams();
  const sheet = useSheet(sheetId);
  const receipt = useReceipt(sheetId);
  const signed = useSignedFile(sheet.data?.signed_report_id ?? null);
  const fault = receipt.error ?? sheet.error;
  const base = `/${program}/self_assessment/${sheetId}`;
  if (receipt.data === undefined || sheet.data === undefined) {
    const again = () => void Promise.all([receipt.refetch(), sheet.refetch()]);
    return (
      <Page title={t("receipt.title")}>{fault === null ? <Loading /> : <Trouble fault={fault} onRetry={again} />}</Page>
    );
  }
  const { sent_at, received_at, late, days_late, fingerprint, receipt_number } = receipt.data;
  const check = `${window.location.origin}/check/${fingerprint}`;
  const lines: [string, string][] = [
    ["number", receipt_number],
    ["unit", sheet.data.unit_name],
    ["of", `${t(`common:program.${sheet.data.program}`)} ${sheet.data.year}`],
    ["sent_at", dateTime(sent_at)],
    ...(sheet.data.rehearsal ? ([["received_at", dateTime(received_at)]] as [string, string][]) : []),
    ["late", late ? t("receipt.days_late", { count: days_late }) : t("receipt.in_time")],
    ...(signed.data ? ([["signed", signed.data.name]] as [string, string][]) : []),
  ];
  return (
    <Page
      title={t("receipt.title")}
      lead={sheet.data.rehearsal ? t("rehearsal") : undefined}
      actions={
        <>
          <Link className="report-back" to={`${base}/report`}>
            {t("receipt.to_report")}
          </Link>
          <Button size="large" type="primary" onClick={() => window.print()}>
            {t("receipt.print")}
          </Button>
        </>
      }
    >
      <article className="receipt">
        <dl>
          {lines.map(([key, value]) => (
            <div key={key}>
              <dt>{t(`receipt.${key}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <Fingerprint value={fingerprint} />
        <div className="receipt-check">
          <QRCode type="svg" value={check} size={140} color="#000" bgColor="#fff" bordered={false} aria-label={check} />
          <div>
            {t("receipt.check")}
            <br />
            <a href={check}>{check}</a>
          </div>
        </div>
      </article>
    </Page>
  );
}
