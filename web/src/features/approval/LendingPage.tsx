import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useAccount } from "@/shared/session/useSession";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";
import { Approvers } from "./lending/Approvers";
import { Lend } from "./lending/Lend";
import { useUnitAccounts } from "./lending/useLending";
import "./report.css";

/**
 * The one place where the approval of reports is lent and taken back: by the head for the own unit, by an administrator for the unit that
 * `?unit=` names.
 */
export default function LendingPage() {
  const { t } = useTranslation("approval");
  const account = useAccount();
  const [search] = useSearchParams();
  const unit = account.kind === "administration" ? search.get("unit") : account.unit_code;
  const accounts = useUnitAccounts(unit);
  const holders = (accounts.data ?? []).filter((one) => one.allowed_actions.includes("lend_approval"));
  const name = accounts.data?.[0]?.unit_name;
  return (
    <Page title={t("lend.title")} lead={name ? `${name}. ${t("lend.lead")}` : t("lend.lead")}>
      {unit === null && <p>{t("lend.choose_unit")}</p>}
      {accounts.isError && <Trouble fault={accounts.error} onRetry={() => void accounts.refetch()} />}
      {accounts.isLoading && <Loading />}
      {accounts.data && (
        <div className="lending">
          <Approvers accounts={accounts.data} />
          {holders.length > 0 && <Lend holders={holders} accounts={accounts.data} />}
        </div>
      )}
    </Page>
  );
}
