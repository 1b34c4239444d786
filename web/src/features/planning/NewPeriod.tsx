import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { serverNow } from "@/shared/api/serverClock";
import { useCriteriaSets } from "@/shared/criteria/useCriteriaSets";
import { wallTime } from "@/shared/format/vietnamTime";
import { usePeriod } from "@/shared/period/usePeriods";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";
import { nextYear, usualDraft } from "./draft";
import { PeriodForm } from "./form/PeriodForm";

/** A period to be planned: from the usual calendar, or from another period a year later (`?from=`). */
export function NewPeriod() {
  const { t } = useTranslation("planning");
  const [search] = useSearchParams();
  const from = search.get("from");
  return (
    <Page title={t("new_period.title")} lead={from ? t("new_period.copied") : t("new_period.lead")}>
      {from ? <Copied from={from} /> : <Fresh />}
    </Page>
  );
}

function Fresh() {
  const navigate = useNavigate();
  const year = Number(wallTime(new Date(serverNow()).toISOString()).slice(0, 4));
  return (
    <PeriodForm
      before={null}
      draft={usualDraft(year)}
      onSaved={(period) => void navigate(`/administration/periods/${period.id}?tab=opening`)}
    />
  );
}

function Copied({ from }: { from: string }) {
  const navigate = useNavigate();
  const period = usePeriod(from);
  const sets = useCriteriaSets();
  if (period.isError) return <Trouble fault={period.error} onRetry={() => void period.refetch()} />;
  if (period.isPending || sets.isPending) return <Loading />;
  return (
    <PeriodForm
      before={null}
      draft={nextYear(period.data, sets.data ?? [])}
      onSaved={(saved) => void navigate(`/administration/periods/${saved.id}?tab=opening`)}
    />
  );
}
