import { Collapse } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { useSharingHistory } from "./useSharing";

/** Who gave which leaf to whom or took it back, folded until it is asked for. */
export function SharingHistory({ sheetId }: { sheetId: string }) {
  const { t } = useTranslation("sheet");
  const [open, setOpen] = useState(false);
  return (
    <Collapse
      size="small"
      onChange={(keys) => setOpen(keys.length > 0)}
      items={[{ key: "history", label: t("sharing.history"), children: open && <Givings sheetId={sheetId} /> }]}
    />
  );
}

function Givings({ sheetId }: { sheetId: string }) {
  const { t } = useTranslation("sheet");
  const { data, error, refetch } = useSharingHistory(sheetId);
  if (error) return <Trouble fault={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={2} />;
  if (data.items.length === 0) return t("sharing.history_none");
  return (
    <ol className="history">
      {data.items.map((one, place) => (
        <li key={place}>
          <div className="leaf-hint">{t("history.by", { time: dateTime(one.given_at), name: one.given_by_name })}</div>
          {t(one.sub_unit_code === null ? "sharing.history_taken" : "sharing.history_given", {
            item: one.item,
            name: one.sub_unit_name,
          })}
        </li>
      ))}
    </ol>
  );
}
