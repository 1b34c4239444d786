import { useTranslation } from "react-i18next";
import { useAccount } from "@/shared/session/useSession";
import { LinkButton } from "@/shared/ui/LinkButton";
import { Ledger } from "@/shared/ui/Ledger";
import { Loading } from "@/shared/ui/Loading";
import { Notice } from "@/shared/ui/Notice";
import { StatusTag } from "@/shared/ui/StatusTag";
import { TimeLeft } from "@/shared/ui/TimeLeft";
import { Trouble } from "@/shared/ui/Trouble";
import { useOwnSheets, type OwnSheet } from "./useDue";

/** What is due for the own unit: one row a sheet, with the next step as a button. */
export function UnitOverview() {
  const { t } = useTranslation("overview");
  const { t: common } = useTranslation();
  const account = useAccount();
  const { data, error, refetch } = useOwnSheets();
  if (error !== null) return <Trouble fault={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  if (data.length === 0) return <Notice title={t("unit.none")} />;
  return (
    <Ledger<OwnSheet>
      caption={t("unit.caption")}
      rows={data}
      keyOf={(one) => one.sheet_id}
      columns={[
        {
          key: "sheet",
          names: true,
          title: t("column.sheet"),
          cell: (one) => (
            <>
              {common(`program.${one.program}`)} {one.year} {one.rehearsal && `(${common("rehearsal")})`}
              <div className="overview-note">{one.unit_name}</div>
            </>
          ),
        },
        { key: "status", title: t("column.status"), cell: (one) => <StatusTag of="sheet" status={one.status} /> },
        {
          key: "missing",
          title: t("column.missing"),
          cell: (one) =>
            one.missing_count === 0 ? t("unit.complete") : t("unit.missing", { count: one.missing_count }),
        },
        {
          key: "deadline",
          title: t("column.deadline"),
          cell: (one) => <TimeLeft until={one.deadline} clockAt={one.clock_at} />,
        },
        {
          key: "next",
          title: t("column.next"),
          cell: (one) => {
            const [key, path] = nextStep(one, account.roles.includes("unit_approver"));
            const to = `/${one.program}/self_assessment/${one.sheet_id}${path}`;
            return (
              <LinkButton to={to} type={one.may_write || key !== "open" ? "primary" : "default"}>
                {t(`next.${key}`)}
              </LinkButton>
            );
          },
        },
      ]}
    />
  );
}

/** Where one click leads by the state that the service tells: what the button says, and the page. */
function nextStep(sheet: OwnSheet, approves: boolean): [string, string] {
  switch (sheet.status) {
    case "returned":
      return ["revise", ""];
    case "awaiting_approval":
      return approves ? ["approve", "/report"] : ["open", ""];
    case "approved":
      return approves ? ["send", "/report"] : ["open", ""];
    case "clarification_open":
      return ["clarify", "/clarifications"];
    case "sent":
      return ["receipt", "/receipt"];
    default:
      return sheet.may_write ? ["enter", ""] : ["open", ""];
  }
}
