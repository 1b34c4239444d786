import { PlusOutlined } from "@ant-design/icons";
import { Empty, Input, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useCriteriaSets, type DocumentVersion } from "@/shared/criteria/useCriteriaSets";
import { VersionTags } from "@/shared/criteria/VersionTags";
import { date } from "@/shared/format/dates";
import { holds } from "@/shared/format/search";
import { useAccount } from "@/shared/session/useSession";
import { useUnitTypeTitle } from "@/shared/unit/useUnitTypeTitle";
import { LinkButton } from "@/shared/ui/LinkButton";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";

export default function CriteriaSetsPage() {
  const { t } = useTranslation("criteria_set");
  const { kind } = useAccount();
  const sets = useCriteriaSets();
  const typeTitle = useUnitTypeTitle();
  const [wanted, setWanted] = useState("");
  const shown = sets.data?.filter((set) => holds(`${set.code} ${set.title}`, wanted));
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      actions={
        kind === "management" && (
          <LinkButton to="/administration/criteria-sets/new" type="primary" icon={<PlusOutlined aria-hidden />}>
            {t("page.new")}
          </LinkButton>
        )
      }
    >
      <Input.Search
        allowClear
        aria-label={t("list.search")}
        placeholder={t("list.search")}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        style={{ inlineSize: 300, maxInlineSize: "100%", marginBlockEnd: 8 }}
      />
      {sets.isPending && <Loading />}
      {sets.isError && <Trouble fault={sets.error} onRetry={() => void sets.refetch()} />}
      {shown && (
        <Table<DocumentVersion>
          rowKey="id"
          size="small"
          dataSource={shown}
          pagination={{ pageSize: 50, hideOnSinglePage: true }}
          scroll={{ x: 860 }}
          locale={{ emptyText: <Empty description={t("list.none")} /> }}
          columns={[
            {
              title: t("list.set"),
              render: (_, set) => (
                <>
                  <Link to={`/administration/criteria-sets/${set.id}`}>
                    {set.code === "" ? t("list.no_code") : set.code}
                  </Link>
                  <div>{set.title}</div>
                </>
              ),
            },
            { title: t("list.version"), width: 90, render: (_, set) => set.version_number },
            {
              title: t("list.types"),
              width: 200,
              render: (_, set) => (set.unit_types ?? []).map(typeTitle).join(", "),
            },
            { title: t("list.status"), width: 260, render: (_, set) => <VersionTags version={set} /> },
            { title: t("list.published"), width: 110, render: (_, set) => date(set.published_at) },
          ]}
        />
      )}
    </Page>
  );
}
