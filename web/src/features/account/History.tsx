import { Timeline } from "antd";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { useAccountHistory } from "./useAccountHistory";

/** What was done to an account, the newest first. */
export function History({ accountId }: { accountId: string }) {
  const { t } = useTranslation("account");
  const history = useAccountHistory(accountId, true);
  return (
    <section aria-label={t("history.title")}>
      <h2 className="account-history-title">{t("history.title")}</h2>
      {history.isPending && <Loading rows={3} />}
      {history.isError && <Trouble fault={history.error} onRetry={() => void history.refetch()} />}
      {history.data && (
        <Timeline
          items={history.data.map((change) => ({
            key: change.version,
            content: (
              <>
                <strong>{t(`history.${change.act}`, change.act)}</strong>
                <div>{dateTime(change.changed_at)}</div>
                {change.reason !== "" && <div>{t("history.reason", { reason: change.reason })}</div>}
              </>
            ),
          }))}
        />
      )}
    </section>
  );
}
