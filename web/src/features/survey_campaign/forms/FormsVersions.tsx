import { PlusOutlined } from "@ant-design/icons";
import { Button, Empty, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSurveyForms, type DocumentVersion } from "@/shared/criteria/useCriteriaSets";
import { VersionTags } from "@/shared/criteria/VersionTags";
import { dateTime } from "@/shared/format/dates";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { FormsDrawer } from "./FormsDrawer";

/** Every version of the survey forms. */
export function FormsVersions() {
  const { t } = useTranslation("survey_campaign");
  const versions = useSurveyForms();
  const [opened, setOpened] = useState<string | null>(null);
  if (versions.isPending) return <Loading />;
  if (versions.isError) return <Trouble fault={versions.error} onRetry={() => void versions.refetch()} />;
  return (
    <>
      <Button
        type="primary"
        icon={<PlusOutlined aria-hidden />}
        onClick={() => setOpened("new")}
        style={{ marginBlockEnd: 8 }}
      >
        {t("forms.new")}
      </Button>
      <Table<DocumentVersion>
        rowKey="id"
        size="small"
        dataSource={versions.data}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        scroll={{ x: 560 }}
        locale={{ emptyText: <Empty description={t("forms.none")} /> }}
        columns={[
          {
            title: t("forms.version_column"),
            width: 140,
            render: (_, version) => (
              <Button type="link" style={{ padding: 0 }} onClick={() => setOpened(version.id)}>
                {t("forms.version", { number: version.version_number })}
              </Button>
            ),
          },
          { title: t("forms.status"), render: (_, version) => <VersionTags version={version} /> },
          { title: t("forms.published_at"), width: 160, render: (_, version) => dateTime(version.published_at) },
        ]}
      />
      {opened && <FormsDrawer key={opened} id={opened} onClose={() => setOpened(null)} onOpen={setOpened} />}
    </>
  );
}
