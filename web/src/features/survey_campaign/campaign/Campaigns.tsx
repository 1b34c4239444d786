import { PlusOutlined } from "@ant-design/icons";
import { Button, Empty, Select, Space, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { dateTime } from "@/shared/format/dates";
import { usePeriods } from "@/shared/period/usePeriods";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { CampaignDetail } from "./CampaignDetail";
import { CampaignDialog } from "./CampaignDialog";
import { useCampaigns, type Campaign } from "./useCampaigns";

/** The campaigns, one of them open below. */
export function Campaigns() {
  const { t } = useTranslation("survey_campaign");
  const campaigns = useCampaigns();
  const periods = usePeriods();
  const [search, setSearch] = useSearchParams();
  const [dialog, setDialog] = useState<Campaign | "new" | null>(null);
  if (campaigns.isPending) return <Loading />;
  if (campaigns.isError) return <Trouble fault={campaigns.error} onRetry={() => void campaigns.refetch()} />;
  const chosen = campaigns.data.find(({ id }) => id === search.get("campaign")) ?? campaigns.data[0];
  const nameOf = (campaign: Campaign) =>
    campaign.period_ids
      .map((id) => {
        const period = periods.data?.find((one) => one.id === id);
        if (!period) return "…";
        return `${t(`common:program.${period.program}`)} ${period.year}${period.rehearsal ? ` (${t("common:rehearsal")})` : ""}`;
      })
      .join(", ");
  return (
    <>
      <Space wrap style={{ marginBlockEnd: 8 }}>
        {chosen && (
          <Select
            aria-label={t("campaign.choose")}
            value={chosen.id}
            onChange={(campaign) => setSearch({ campaign })}
            style={{ inlineSize: 420, maxInlineSize: "calc(100vw - 32px)" }}
            options={campaigns.data.map((one) => ({ value: one.id, label: nameOf(one) }))}
          />
        )}
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setDialog("new")}>
          {t("campaign.new")}
        </Button>
      </Space>
      {chosen ? (
        <>
          <p>
            {chosen.running ? <Tag color="green">{t("campaign.running")}</Tag> : <Tag>{t("campaign.not_running")}</Tag>}
            {t("campaign.span", {
              from: chosen.from ? dateTime(chosen.from) : t("campaign.unbounded"),
              to: chosen.to ? dateTime(chosen.to) : t("campaign.unbounded"),
            })}{" "}
            <Button size="small" onClick={() => setDialog(chosen)}>
              {t("campaign.dates")}
            </Button>
          </p>
          <CampaignDetail key={chosen.id} campaign={chosen} />
        </>
      ) : (
        <Empty description={t("campaign.none")} />
      )}
      {dialog && (
        <CampaignDialog
          before={dialog === "new" ? null : dialog}
          onDone={(id) => {
            setDialog(null);
            if (id) setSearch({ campaign: id });
          }}
        />
      )}
    </>
  );
}
