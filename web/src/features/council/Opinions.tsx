import { Checkbox } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { points } from "@/shared/format/numbers";
import { useAccount } from "@/shared/session/useSession";
import { Ledger } from "@/shared/ui/Ledger";
import { Trouble } from "@/shared/ui/Trouble";
import type { CouncilItem, CouncilSet, Session } from "./keys";
import { OpinionButtons } from "./OpinionButtons";
import { voicesByItem } from "./opinions";
import { useOpinions } from "./useCouncil";
import { VoicesCell } from "./VoicesCell";

/** What members say, of the whole result and of every item. */
export function Opinions({
  periodId,
  session,
  sets,
  mayGive,
}: {
  periodId: string;
  session: Session;
  sets: CouncilSet[];
  mayGive: boolean;
}) {
  const { t } = useTranslation("council");
  const { account_id } = useAccount();
  const open = session.closed_at === null;
  const found = useOpinions(session.id, open);
  const [onlyObjected, setOnlyObjected] = useState(false);
  const voices = useMemo(() => voicesByItem(found.data ?? [], account_id), [found.data, account_id]);
  const give = mayGive && open;
  const whole = voices.get("");
  const objected = [...voices.values()].reduce((sum, one) => sum + one.object.length, 0);
  return (
    <section className="council-part" aria-labelledby="council-opinions">
      <h2 id="council-opinions">{t("opinion.title")}</h2>
      {found.isError && <Trouble fault={found.error} onRetry={() => void found.refetch()} />}
      <div className="council-whole">
        <strong>{t("opinion.whole")}</strong>
        <VoicesCell voices={whole} />
        {give && (
          <OpinionButtons periodId={periodId} session={session} item="" title={t("opinion.whole")} mine={whole?.mine} />
        )}
      </div>
      <Checkbox checked={onlyObjected} onChange={(event) => setOnlyObjected(event.target.checked)}>
        {t("opinion.only_objected", { count: objected })}
      </Checkbox>
      {sets.map((set) => (
        <details key={set.set_code} className="council-set" open={sets.length === 1 || onlyObjected}>
          <summary>{set.title}</summary>
          <Ledger<CouncilItem>
            caption={set.title}
            rows={set.items.filter((item) => !onlyObjected || (voices.get(item.item)?.object.length ?? 0) > 0)}
            keyOf={(item) => item.item}
            marked={(item) => (voices.get(item.item)?.object.length ?? 0) > 0}
            columns={[
              { key: "item", title: t("item.item"), names: true, cell: (item) => `${item.item}. ${item.title}` },
              {
                key: "max",
                title: t("item.max"),
                number: true,
                wideOnly: true,
                cell: (item) => points(item.max_score),
              },
              {
                key: "self",
                title: t("item.self_mean"),
                number: true,
                wideOnly: true,
                cell: (item) => points(item.self_mean),
              },
              { key: "mean", title: t("item.mean"), number: true, cell: (item) => points(item.mean) },
              {
                key: "worst",
                title: t("item.worst"),
                number: true,
                wideOnly: true,
                cell: (item) => points(item.worst),
              },
              { key: "best", title: t("item.best"), number: true, wideOnly: true, cell: (item) => points(item.best) },
              {
                key: "differing",
                title: t("item.differing"),
                number: true,
                wideOnly: true,
                cell: (item) =>
                  item.kind === "leaf" ? t("item.of", { count: item.differing, units: item.units }) : "–",
              },
              { key: "voices", title: t("item.voices"), cell: (item) => <VoicesCell voices={voices.get(item.item)} /> },
              ...(give
                ? [
                    {
                      key: "give",
                      title: t("item.mine"),
                      cell: (item: CouncilItem) => (
                        <OpinionButtons
                          periodId={periodId}
                          session={session}
                          item={item.item}
                          title={`${item.item}. ${item.title}`}
                          mine={voices.get(item.item)?.mine}
                        />
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </details>
      ))}
    </section>
  );
}
