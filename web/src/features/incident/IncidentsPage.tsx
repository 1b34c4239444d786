import { PlusOutlined } from "@ant-design/icons";
import { Button, Empty, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAccount } from "@/shared/session/useSession";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";
import { IncidentCard } from "./IncidentCard";
import { ReportDrawer } from "./ReportDrawer";
import { useIncidents } from "./useIncidents";

const LEADS: Record<string, string> = { management: "lead_manager", support: "lead_support" };

/** Incidents and ideas: everyone's own; Home Affairs' leaders all; support's those passed on. */
export default function IncidentsPage() {
  const { t } = useTranslation("incident");
  const { kind } = useAccount();
  const incidents = useIncidents();
  const [which, setWhich] = useState<"open" | "all">("all");
  const [reporting, setReporting] = useState(false);
  const shown = incidents.data?.filter((incident) => which === "all" || incident.answer === "");
  return (
    <Page
      title={t("title")}
      lead={t(LEADS[kind] ?? "lead")}
      actions={
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setReporting(true)}>
          {t("report")}
        </Button>
      }
    >
      <Segmented
        aria-label={t("which")}
        value={which}
        onChange={setWhich}
        options={(["all", "open"] as const).map((value) => ({ value, label: t(`show.${value}`) }))}
      />
      {incidents.isPending && <Loading />}
      {incidents.isError && <Trouble fault={incidents.error} onRetry={() => void incidents.refetch()} />}
      {shown?.length === 0 && <Empty description={t("none")} />}
      <div className="exchanges">
        {shown?.map((incident) => (
          <IncidentCard key={incident.id} incident={incident} />
        ))}
      </div>
      {reporting && <ReportDrawer onClose={() => setReporting(false)} />}
    </Page>
  );
}
