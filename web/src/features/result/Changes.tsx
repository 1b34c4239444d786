import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import { Ledger } from "@/shared/ui/Ledger";
import { Loading } from "@/shared/ui/Loading";
import { StatusTag } from "@/shared/ui/StatusTag";
import { Trouble } from "@/shared/ui/Trouble";
import { useChanges } from "./useChanges";

/** What became of the result, newest first. */
export function Changes({ periodId }: { periodId: string }) {
  const { t } = useTranslation("result");
  const found = useChanges(periodId);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Trouble fault={found.error} onRetry={() => void found.refetch()} />;
  return (
    <Ledger
      caption={t("view.changes")}
      rows={[...found.data].reverse()}
      keyOf={(one) => String(one.version)}
      columns={[
        { key: "at", title: t("changes.at"), names: true, cell: (one) => dateTime(one.changed_at) },
        { key: "status", title: t("list.status"), cell: (one) => <StatusTag of="result" status={one.status} /> },
        {
          key: "reason",
          title: t("changes.reason"),
          cell: (one) => (
            <>
              {one.reason}
              {one.minutes_sha256 !== null && (
                <div className="result-print">{t("changes.minutes", { sha256: one.minutes_sha256 })}</div>
              )}
            </>
          ),
        },
        {
          key: "by",
          title: t("changes.by"),
          wideOnly: true,
          cell: (one) => t(one.changed_by === null ? "changes.system" : "changes.manager"),
        },
      ]}
    />
  );
}
