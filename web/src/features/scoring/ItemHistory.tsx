import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import { points } from "@/shared/format/numbers";
import { useMemberNames } from "@/shared/members/useMembers";
import { Trouble } from "@/shared/ui/Trouble";
import type { Item } from "./keys";
import { useItemHistory } from "./useItemHistory";

export function ItemHistory({ item }: { item: Item }) {
  const { t } = useTranslation("scoring");
  const [open, setOpen] = useState(false);
  const nameOf = useMemberNames();
  const history = useItemHistory(item.sheet_id, item.item, item.version, open && item.version > 0);
  if (item.version === 0) return null;
  const given = (score: string | null, count: string | null, applies: boolean | null) =>
    applies ? t("claim") : points(score ?? count);
  return (
    <details className="item-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("score_history")}</summary>
      {history.isError && <Trouble fault={history.error} onRetry={() => void history.refetch()} />}
      <ol>
        {history.data?.map((one) => (
          <li key={one.version}>
            <time dateTime={one.changed_at}>{dateTime(one.changed_at)}</time>
            {one.changed_by && nameOf(one.changed_by) ? ` · ${nameOf(one.changed_by) ?? ""}` : ""}:{" "}
            {given(one.score_before, one.count_before, one.not_applicable_before)} →{" "}
            {given(one.score, one.count, one.not_applicable)} ({t(`act.${one.act}`)})
            {one.reason && <div className="quiet">{one.reason}</div>}
          </li>
        ))}
      </ol>
    </details>
  );
}
