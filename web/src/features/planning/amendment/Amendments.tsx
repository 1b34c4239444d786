import { Alert, Select, Space } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCriteriaSets, type DocumentVersion } from "@/shared/criteria/useCriteriaSets";
import { date } from "@/shared/format/dates";
import type { Period } from "@/shared/period/usePeriods";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { AmendmentPreview } from "./AmendmentPreview";
import { DoneAmendments } from "./DoneAmendments";

/** Giving an open period a newer version of one of its sets, and what was given before. */
export function Amendments({ period }: { period: Period }) {
  const { t } = useTranslation("planning");
  const sets = useCriteriaSets();
  const [chosen, choose] = useState<{ from: string; to: string }>();
  if (sets.isPending) return <Loading />;
  if (sets.isError) return <Trouble fault={sets.error} onRetry={() => void sets.refetch()} />;
  const mayAmend = period.allowed_actions?.includes("amend") ?? false;
  const offered = period.criteria_sets.flatMap((used) => newer(sets.data, used.criteria_set_id));
  const wanted = offered.find(({ from, to }) => from.id === chosen?.from && to.id === chosen.to);
  return (
    <>
      {mayAmend ? (
        <>
          <p>{t("amendment.lead")}</p>
          {offered.length === 0 ? (
            <Alert type="info" showIcon title={t("amendment.none_newer")} />
          ) : (
            <Space wrap style={{ marginBlockEnd: 12 }}>
              <Select
                aria-label={t("amendment.choose")}
                placeholder={t("amendment.choose")}
                style={{ inlineSize: 480, maxInlineSize: "100%" }}
                value={chosen && `${chosen.from} ${chosen.to}`}
                onChange={(pair) => {
                  const [from = "", to = ""] = pair.split(" ");
                  choose({ from, to });
                }}
                options={offered.map(({ from, to }) => ({ value: `${from.id} ${to.id}`, label: label(from, to) }))}
              />
            </Space>
          )}
          {wanted && (
            <AmendmentPreview
              key={wanted.to.id}
              period={period}
              from={wanted.from.id}
              to={wanted.to.id}
              onDone={() => choose(undefined)}
            />
          )}
        </>
      ) : (
        <Alert type="info" showIcon title={t("amendment.too_late")} />
      )}
      <DoneAmendments periodId={period.id} />
    </>
  );

  function label(from: DocumentVersion, to: DocumentVersion): string {
    return t("amendment.option", {
      code: to.code,
      from: from.version_number,
      to: to.version_number,
      number: to.decision?.number ?? "",
      date: to.decision ? date(to.decision.issued_on) : "",
    });
  }
}

/** The published versions that came after the one in use. */
function newer(sets: readonly DocumentVersion[], usedId: string): { from: DocumentVersion; to: DocumentVersion }[] {
  const from = sets.find((one) => one.id === usedId);
  if (from === undefined) return [];
  return sets
    .filter((to) => to.code === from.code && to.status === "published" && to.version_number > from.version_number)
    .map((to) => ({ from, to }));
}
