import { Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { Page } from "@/shared/ui/Page";
import { Campaigns } from "./campaign/Campaigns";
import { FormsVersions } from "./forms/FormsVersions";

export default function SurveyPage() {
  const { t } = useTranslation("survey_campaign");
  const [search, setSearch] = useSearchParams();
  return (
    <Page title={t("page.title")} lead={t("page.lead")}>
      <Tabs
        activeKey={search.get("tab") ?? "campaigns"}
        onChange={(tab) => setSearch({ tab })}
        destroyOnHidden
        items={[
          { key: "campaigns", label: t("page.campaigns"), children: <Campaigns /> },
          { key: "forms", label: t("page.forms"), children: <FormsVersions /> },
        ]}
      />
    </Page>
  );
}
