import { useTranslation } from "react-i18next";

/** By how many places a unit went up or down since the year before, as the service counted it. */
export function RankChange({ change }: { change: number | null }) {
  const { t } = useTranslation();
  if (change === null) return <span title={t("rank_change.none")}>–</span>;
  const way = change > 0 ? "up" : change < 0 ? "down" : "same";
  const words = t(`rank_change.${way}`, { count: Math.abs(change) });
  return (
    <span className={`rank-${way}`} role="img" aria-label={words} title={words}>
      {way === "same" ? "=" : `${way === "up" ? "▲" : "▼"} ${Math.abs(change)}`}
    </span>
  );
}

/** The rank of the year before; `of` names the merged unit whose it was, where it was another's. */
export function RankBefore({ rank, of }: { rank: number | null; of: string | null }) {
  const { t } = useTranslation();
  if (rank === null || of === null) return <>{rank ?? "–"}</>;
  return (
    <span title={t("rank_change.of", { name: of })}>
      {rank}
      <span className="rank-of">{of}</span>
    </span>
  );
}
