import { Tabs } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "@/shared/ui/Page";
import { LeavesTab } from "./LeavesTab";
import { PagesTab } from "./PagesTab";
import "./guidance_page.css";

/** Home Affairs' leaders write what people read at each page and each criterion. */
export default function GuidancePage() {
  const { t } = useTranslation("guidance");
  const [tab, setTab] = useState("pages");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Tabs
        activeKey={tab}
        onChange={setTab}
        destroyOnHidden
        items={[
          { key: "pages", label: t("tab.pages"), children: <PagesTab /> },
          { key: "leaves", label: t("tab.leaves"), children: <LeavesTab /> },
        ]}
      />
    </Page>
  );
}
