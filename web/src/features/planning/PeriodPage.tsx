import { App, Button, Tabs, type TabsProps } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import { usePeriod, type Period } from "@/shared/period/usePeriods";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { StatusTag } from "@/shared/ui/StatusTag";
import { Trouble } from "@/shared/ui/Trouble";
import { useTell } from "@/shared/ui/useTell";
import { Amendments } from "./amendment/Amendments";
import { Calendar } from "./calendar/Calendar";
import { draftOf } from "./draft";
import { ExtensionsSlot } from "./ExtensionsSlot";
import { PeriodForm, type PlaceFault } from "./form/PeriodForm";
import { NewPeriod } from "./NewPeriod";
import { OpeningPreview } from "./OpeningPreview";
import { PeriodHistory } from "./PeriodHistory";
import { RehearsalClock } from "./RehearsalClock";
import { SheetsOfPeriod } from "./SheetsOfPeriod";
import { usePeriodAct } from "./usePeriodAct";

export default function PeriodPage() {
  const { periodId = "new" } = useParams();
  return periodId === "new" ? <NewPeriod /> : <OnePeriod key={periodId} periodId={periodId} />;
}

function OnePeriod({ periodId }: { periodId: string }) {
  const { t } = useTranslation("planning");
  const period = usePeriod(periodId);
  if (period.isPending) return <Loading />;
  if (period.isError) return <Trouble fault={period.error} onRetry={() => void period.refetch()} />;
  const { program, year, rehearsal, status } = period.data;
  return (
    <Page
      title={t("period.title", { program: t(`common:program.${program}`), year })}
      lead={
        <>
          <StatusTag of="period" status={status} /> {rehearsal && t("period.rehearsal")}
        </>
      }
      actions={<CloseButton period={period.data} />}
    >
      <RehearsalClock period={period.data} />
      <Parts period={period.data} />
    </Page>
  );
}

function Parts({ period }: { period: Period }) {
  const { t } = useTranslation("planning");
  const [search, setSearch] = useSearchParams();
  const [faults, setFaults] = useState<PlaceFault[]>([]);
  const acts = period.allowed_actions ?? [];
  const show = (tab: string) => setSearch({ tab }, { replace: true });
  const mend = (found: PlaceFault[]) => {
    setFaults(found);
    show("settings");
  };
  const plans = acts.includes("change") || acts.includes("open") || acts.includes("close");
  const parts: TabsProps["items"] = [
    { key: "calendar", label: t("tab.calendar"), children: <Calendar period={period} /> },
    ...(acts.includes("open")
      ? [{ key: "opening", label: t("tab.opening"), children: <OpeningPreview period={period} onMend={mend} /> }]
      : []),
    ...(period.status !== "planned" && plans
      ? [
          { key: "sheets", label: t("tab.sheets"), children: <SheetsOfPeriod period={period} /> },
          { key: "extensions", label: t("tab.extensions"), children: <ExtensionsSlot period={period} /> },
          { key: "amendments", label: t("tab.amendments"), children: <Amendments period={period} /> },
        ]
      : []),
    {
      key: "settings",
      label: t("tab.settings"),
      forceRender: false,
      children: (
        <PeriodForm
          key={period.version}
          before={period}
          draft={draftOf(period)}
          faults={faults}
          locked={!acts.includes("change")}
          onSaved={() => setFaults([])}
        />
      ),
    },
    { key: "history", label: t("tab.history"), children: <PeriodHistory periodId={period.id} /> },
  ];
  return (
    <>
      <Tabs
        activeKey={parts.find(({ key }) => key === search.get("tab"))?.key ?? "calendar"}
        onChange={show}
        items={parts}
        destroyOnHidden
      />
      {period.status !== "planned" && (
        <p>
          <Link to={`/administration/assignment?period=${period.id}`}>{t("period.to_assignment")}</Link>
        </p>
      )}
    </>
  );
}

function CloseButton({ period }: { period: Period }) {
  const { t } = useTranslation("planning");
  const { modal, message } = App.useApp();
  const tell = useTell();
  const navigate = useNavigate();
  const act = usePeriodAct(period.id);
  if (!period.allowed_actions?.includes("close")) return null;
  const ask = () =>
    modal.confirm({
      title: t("closing.ask"),
      content: t("closing.detail"),
      okText: t("closing.close"),
      okButtonProps: { danger: true },
      cancelText: t("common:action.cancel"),
      onOk: () =>
        act.mutateAsync("close").then(
          () => {
            void message.success(t("closing.closed"));
            void navigate(`/administration/periods/${period.id}`, { replace: true });
          },
          (fault: unknown) => tell(fault),
        ),
    });
  return (
    <Button danger onClick={ask}>
      {t("closing.close")}
    </Button>
  );
}
