import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { AskExtension } from "@/shared/extension";
import { useAccount } from "@/shared/session/useSession";
import { useSheet } from "@/shared/sheet/useSheet";
import { refusalOf, useSteps } from "@/shared/sheet/useSteps";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { StatusTag } from "@/shared/ui/StatusTag";
import { TimeLeft } from "@/shared/ui/TimeLeft";
import { Trouble } from "@/shared/ui/Trouble";
import { Changes } from "./Changes";
import { Missing } from "./Missing";
import { NextStep } from "./NextStep";
import { ReportFiles } from "./ReportFiles";
import { ReportView } from "./ReportView";
import { StateTimeline } from "./StateTimeline";
import { useReport } from "./useReport";
import { Way } from "./Way";
import "./report.css";

/** The head's desk: the report as it will be printed, what is missing, what changed, and the steps until it is sent (Điều 9.2, 9.3). */
export default function ReportPage() {
  const { t } = useTranslation("approval");
  const account = useAccount();
  const { program = "", sheetId = "" } = useParams();
  const sheet = useSheet(sheetId);
  const steps = useSteps(sheetId);
  const report = useReport(sheetId);
  const fault = sheet.error ?? steps.error ?? report.error;
  const again = () => void Promise.all([sheet.refetch(), steps.refetch(), report.refetch()]);
  if (sheet.data === undefined || steps.data === undefined || report.data === undefined) {
    return (
      <Page title={t("title")}>
        {fault === null ? <Loading rows={12} /> : <Trouble fault={fault} onRetry={again} />}
      </Page>
    );
  }
  const base = `/${program}/self_assessment/${sheetId}`;
  const { status, unit_name, year, rehearsal, deadline, last_instant } = sheet.data;
  const isOpen = refusalOf(steps.data, "save") === null || refusalOf(steps.data, "void_approval") === null;
  return (
    <Page
      title={t("title")}
      lead={
        <>
          {unit_name} · {t(`common:program.${program}`)} {year} <StatusTag of="sheet" status={status} />
          {isOpen && (
            <div>
              {t("deadline")}{" "}
              <TimeLeft
                until={steps.data.days_late > 0 ? last_instant : deadline}
                clockAt={rehearsal ? steps.data.now : null}
              />
            </div>
          )}
        </>
      }
      actions={
        <>
          <Link className="report-back" to={base}>
            {t("to_sheet")}
          </Link>
          {account.kind === "data_entry" && sheet.data.sent_at === null && (
            <AskExtension
              size="large"
              periodId={sheet.data.period_id}
              mayAsk={account.roles.includes("unit_approver")}
            />
          )}
          <ReportFiles sheetId={sheetId} />
        </>
      }
    >
      {fault !== null && <Trouble fault={fault} onRetry={again} />}
      {rehearsal && <Alert type="info" showIcon title={t("rehearsal")} className="report-gap" />}
      <Way sheet={sheet.data} />
      <NextStep sheet={sheet.data} steps={steps.data} report={report.data} base={base} />
      <div className="report-columns">
        <section aria-label={t("report")} className="report-main">
          <ReportView sheetId={sheetId} report={report.data} base={base} onStale={again} />
        </section>
        <div className="report-side">
          <Missing sheetId={sheetId} base={base} />
          <Changes sheetId={sheetId} base={base} />
          <StateTimeline sheetId={sheetId} />
        </div>
      </div>
    </Page>
  );
}
