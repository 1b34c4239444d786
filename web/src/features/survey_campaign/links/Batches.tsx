import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import { Ledger } from "@/shared/ui/Ledger";
import { Loading } from "@/shared/ui/Loading";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { Trouble } from "@/shared/ui/Trouble";
import { useLinkBatches, useRevokeLinks, type LinkBatch } from "./useLinks";
import "./links.css";

/** What was made for a form, and how many of each batch were answered. */
export function Batches({ campaignId, form }: { campaignId: string; form: string }) {
  const { t } = useTranslation("survey_campaign");
  const batches = useLinkBatches(campaignId);
  const revoke = useRevokeLinks(campaignId);
  const [revoking, setRevoking] = useState<LinkBatch | null>(null);
  if (batches.isError) return <Trouble fault={batches.error} onRetry={() => void batches.refetch()} />;
  if (batches.isPending) return <Loading />;
  const shown = batches.data.filter((batch) => batch.form === form);
  if (shown.length === 0) return <p>{t("links.none")}</p>;
  return (
    <>
      <Ledger<LinkBatch>
        caption={t("links.batches")}
        rows={shown}
        keyOf={(batch) => batch.id}
        columns={[
          {
            key: "unit",
            names: true,
            title: t("detail.unit"),
            cell: (batch) => (
              <>
                {batch.unit_name}
                {batch.note && <div className="survey-note">{batch.note}</div>}
              </>
            ),
          },
          { key: "made_at", title: t("links.made_at"), cell: (batch) => dateTime(batch.made_at) },
          { key: "made", number: true, title: t("links.made_count"), cell: (batch) => batch.made },
          { key: "answered", number: true, title: t("links.answered"), cell: (batch) => batch.answered },
          { key: "open", number: true, title: t("links.open"), cell: (batch) => batch.open },
          { key: "revoked", number: true, title: t("links.revoked"), cell: (batch) => batch.revoked },
          {
            key: "act",
            title: t("links.act"),
            cell: (batch) =>
              batch.revoked_at ? (
                <span title={batch.revoke_reason}>{t("links.revoked_at", { at: dateTime(batch.revoked_at) })}</span>
              ) : (
                batch.open > 0 && (
                  <Button
                    size="small"
                    danger
                    aria-label={t("links.revoke_of", { count: batch.open, unit: batch.unit_name })}
                    onClick={() => setRevoking(batch)}
                  >
                    {t("links.revoke")}
                  </Button>
                )
              ),
          },
        ]}
      />
      {revoking && (
        <ReasonDialog
          title={t("links.revoke_of", { count: revoking.open, unit: revoking.unit_name })}
          told={<p>{t("links.revoke_detail")}</p>}
          act={t("links.revoke")}
          maxLength={2000}
          doing={revoke}
          give={(reason, options) => revoke.mutate({ batch: revoking, reason }, options)}
          onClose={() => setRevoking(null)}
        />
      )}
    </>
  );
}
