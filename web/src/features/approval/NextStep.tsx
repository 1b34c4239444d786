import { Alert, Button, Flex } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { dateTime } from "@/shared/format/dates";
import type { Sheet } from "@/shared/sheet/useSheet";
import { refusalOf, type Refusal, type Steps } from "@/shared/sheet/useSteps";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { useRecall, useReturn, useVoidApproval } from "./acts";
import { ApproveButton } from "./ApproveButton";
import { SendButton } from "./SendButton";
import { SignedReport } from "./SignedReport";
import type { Report } from "./useReport";

/** What can be done now, in large; and of the act that would come next, what stands against it and who can lift that. */
export function NextStep(props: { sheet: Sheet; steps: Steps; report: Report; base: string }) {
  const { sheet, steps, report, base } = props;
  const { t } = useTranslation("approval");
  const [asking, ask] = useState<"return" | "void" | "recall" | null>(null);
  const acts = {
    return: useReturn(sheet.sheet_id),
    void: useVoidApproval(sheet.sheet_id),
    recall: useRecall(sheet.sheet_id),
  };
  const may = (act: string) => refusalOf(steps, act) === null;
  const isSent = sheet.sent_at !== null;
  const isApproved = sheet.approved_at !== null && !isSent;
  const standing = isSent
    ? null
    : refusalOf(steps, isApproved ? (sheet.signed_report_id === null ? "attach_signed_report" : "send") : "approve");
  return (
    <section aria-label={t("next")} className="report-next">
      {isSent && <Sent sheet={sheet} steps={steps} base={base} />}
      {standing && <WhyNot refusal={standing} />}
      {!isSent && steps.days_late > 0 && refusalOf(steps, "save")?.type !== "/problems/assessment/too-late" && (
        <Alert
          type="warning"
          showIcon
          title={t("late.title", { count: steps.days_late })}
          description={t("late.detail")}
        />
      )}
      {isApproved && <SignedReport sheet={sheet} mayAttach={may("attach_signed_report")} />}
      <Flex wrap gap={8} className="report-buttons">
        {!isApproved && !isSent && may("approve") && <ApproveButton sheetId={sheet.sheet_id} report={report} />}
        {may("send") && <SendButton sheet={sheet} steps={steps} report={report} receipt={`${base}/receipt`} />}
        {may("return") && (
          <Button size="large" onClick={() => ask("return")}>
            {t("return.act")}
          </Button>
        )}
        {may("void_approval") && (
          <Button size="large" onClick={() => ask("void")}>
            {t("void.act")}
          </Button>
        )}
        {may("recall") && (
          <Button size="large" danger onClick={() => ask("recall")}>
            {t("recall.act")}
          </Button>
        )}
      </Flex>
      {asking !== null && (
        <ReasonDialog
          title={t(`${asking}.title`)}
          told={<p>{t(`${asking}.told`)}</p>}
          act={t(`${asking}.act`)}
          doing={acts[asking]}
          give={acts[asking].mutate}
          onClose={() => ask(null)}
        />
      )}
    </section>
  );
}

function WhyNot({ refusal }: { refusal: Refusal }) {
  return <Alert type="info" showIcon title={refusal.title} description={refusal.detail} />;
}

function Sent({ sheet, steps, base }: { sheet: Sheet; steps: Steps; base: string }) {
  const { t } = useTranslation("approval");
  const recall = refusalOf(steps, "recall");
  return (
    <Alert
      type="success"
      showIcon
      title={t("sent.title", { time: dateTime(sheet.sent_at) })}
      description={
        <>
          <div>
            {recall === null && steps.recall_until !== null
              ? t("sent.recall_until", { time: dateTime(steps.recall_until) })
              : recall?.detail}
          </div>
          <Link className="report-receipt" to={`${base}/receipt`}>
            {t("sent.receipt")}
          </Link>
        </>
      }
    />
  );
}
