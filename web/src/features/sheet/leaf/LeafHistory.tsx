import { Collapse } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Item } from "@/shared/criteria/set";
import { dateTime } from "@/shared/format/dates";
import { points } from "@/shared/format/numbers";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { fieldsOf } from "../saving/fields";
import type { Desk } from "../saving/desk";
import { useLeafPart } from "../useDesk";
import { inWords } from "./words";
import { useLeafHistory } from "./useLeafHistory";

/** Who saved what and when, folded until it is asked for. */
export function LeafHistory({ sheetId, item, desk }: { sheetId: string; item: Item; desk: Desk }) {
  const { t } = useTranslation("sheet");
  const version = useLeafPart(desk, item.code, (leaf) => leaf.version);
  const [open, setOpen] = useState(false);
  if (version === 0) return null;
  return (
    <Collapse
      size="small"
      onChange={(keys) => setOpen(keys.length > 0)}
      items={[
        {
          key: "history",
          label: t("history.label"),
          children: open && <Versions sheetId={sheetId} item={item} version={version} />,
        },
      ]}
    />
  );
}

function Versions({ sheetId, item, version }: { sheetId: string; item: Item; version: number }) {
  const { t } = useTranslation("sheet");
  const { data, error, refetch } = useLeafHistory(sheetId, item.code, version);
  if (error) return <Trouble fault={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={2} />;
  return (
    <ol className="history">
      {data.items.map((one) => (
        <li key={one.version}>
          <div className="leaf-hint">
            {t("history.by", { time: dateTime(one.saved_at), name: one.saved_by_name })}
            {one.amended && ` · ${t("history.amended")}`}
            {one.self_score !== null && ` · ${t("history.score", { score: points(one.self_score) })}`}
          </div>
          <div>{inWords("value", fieldsOf(one), item, t)}</div>
          {one.explanation !== "" && <div className="conflict-text">{one.explanation}</div>}
          {one.evidence.length > 0 && (
            <div>{t("history.files", { names: one.evidence.map((file) => file.name).join(", ") })}</div>
          )}
        </li>
      ))}
      {data.next && <li className="leaf-hint">{t("history.more")}</li>}
    </ol>
  );
}
