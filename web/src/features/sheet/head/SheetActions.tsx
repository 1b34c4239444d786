import { QuestionCircleOutlined } from "@ant-design/icons";
import { Button, Popover } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { CriteriaSet } from "@/shared/criteria/set";
import { AskExtension } from "@/shared/extension";
import { useAccount } from "@/shared/session/useSession";
import type { Sheet } from "@/shared/sheet/useSheet";
import type { Desk } from "../saving/desk";
import { SharingButton } from "../sharing/SharingButton";
import { SpreadsheetButton } from "../spreadsheet/SpreadsheetButton";
import { SubmitButton } from "./SubmitButton";

/** What may be done with the whole sheet; the head's acts are on the report's page. */
export function SheetActions({ sheet, set, desk }: { sheet: Sheet; set: CriteriaSet; desk: Desk }) {
  const { t } = useTranslation("sheet");
  const { program = "" } = useParams();
  const account = useAccount();
  const base = `/${program}/self_assessment/${sheet.sheet_id}`;
  const heads = ["approve", "send", "return"].some((act) => sheet.allowed_actions.includes(act));
  return (
    <>
      {sheet.allowed_actions.includes("submit") && <SubmitButton sheet={sheet} desk={desk} />}
      <SpreadsheetButton sheet={sheet} />
      <SharingButton sheet={sheet} set={set} />
      {sheet.given_items === null && (
        <Link to={`${base}/report`} className="sheet-link">
          {t(heads ? "head.report_of_head" : "head.report")}
        </Link>
      )}
      {sheet.sent_at === null && sheet.unit_code === account.unit_code && (
        <AskExtension periodId={sheet.period_id} mayAsk={account.roles.includes("unit_approver")} />
      )}
      {sheet.sent_at !== null && (
        <Link to={`${base}/receipt`} className="sheet-link">
          {t("head.receipt")}
        </Link>
      )}
      <Popover trigger="click" placement="bottomRight" title={t("keys.title")} content={<Keys />}>
        <Button icon={<QuestionCircleOutlined aria-hidden />} aria-label={t("keys.title")} />
      </Popover>
    </>
  );
}

function Keys() {
  const { t } = useTranslation("sheet");
  const keys: [string, string][] = [
    ["Alt + ↓", t("step.next")],
    ["Alt + ↑", t("step.before")],
    ["Alt + →", t("step.missing")],
    ["Tab", t("keys.tab")],
    ["↑ ↓ ← →", t("keys.tree")],
  ];
  return (
    <dl className="keys">
      {keys.map(([key, does]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
