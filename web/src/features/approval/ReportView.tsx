import { Button, Grid, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { Fingerprint } from "./Fingerprint";
import { ReportSummary } from "./ReportSummary";
import type { Report } from "./useReport";
import { useReportPdf } from "./useReportFile";

type View = "print" | "summary";

/** The report as it will be printed; on a phone first to be read as a page, with the same numbers. */
export function ReportView(props: { sheetId: string; report: Report; base: string; onStale: () => void }) {
  const { sheetId, report, base, onStale } = props;
  const { t } = useTranslation("approval");
  const { md } = Grid.useBreakpoint();
  const [picked, pick] = useState<View>();
  const view: View = picked ?? (md === true ? "print" : "summary");
  const pdf = useReportPdf(sheetId, report.fingerprint, report.status_label, view === "print");
  const stale = pdf.printed !== null && pdf.printed !== report.fingerprint;
  return (
    <>
      <div className="report-bar">
        <Segmented<View>
          size="large"
          value={view}
          onChange={pick}
          aria-label={t("view.label")}
          options={(["print", "summary"] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
        />
        {pdf.url !== null && (
          <Button href={pdf.url} target="_blank" rel="noopener" size="large" type={md === true ? "default" : "primary"}>
            {t("view.open")}
          </Button>
        )}
      </div>
      <Fingerprint value={report.fingerprint} />
      {stale && <Trouble fault={new Error("stale")} onRetry={onStale} />}
      {view === "summary" && <ReportSummary report={report} base={base} />}
      {view === "print" && pdf.isError && <Trouble fault={pdf.error} onRetry={() => void pdf.refetch()} />}
      {view === "print" && pdf.isPending && <Loading rows={16} />}
      {/* A phone's browser shows no PDF inside a page; there the button opens it. */}
      {view === "print" && pdf.url !== null && md === true && (
        <iframe className="report-pdf" src={`${pdf.url}#navpanes=0&view=FitH`} title={t("report")} />
      )}
    </>
  );
}
