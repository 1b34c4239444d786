import { lazy, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useAccount } from "@/shared/session/useSession";
import { Page } from "@/shared/ui/Page";
import { AdministrationOverview } from "./AdministrationOverview";
import { AppraisalOverview } from "./AppraisalOverview";
import { Notifications } from "./Notifications";
import { SupportOverview } from "./SupportOverview";
import { SurveyDue } from "./SurveyDue";
import { UnitOverview } from "./UnitOverview";
import "./overview.css";

// The one overview with big tables.
const ManagerOverview = lazy(() => import("./ManagerOverview"));

const BY_KIND: Record<string, () => ReactNode> = {
  data_entry: () => <UnitOverview />,
  appraisal: () => <AppraisalOverview />,
  management: () => <ManagerOverview />,
  administration: () => <AdministrationOverview />,
  support: () => <SupportOverview />,
};

/** What is due, by kind of account; what one was told stands above it. */
export default function OverviewPage() {
  const { t } = useTranslation("overview");
  const { t: common } = useTranslation();
  const account = useAccount();
  return (
    <Page title={common("menu.overview")} lead={t(`lead.${account.kind}`)}>
      <Notifications />
      <SurveyDue />
      {BY_KIND[account.kind]?.()}
    </Page>
  );
}
