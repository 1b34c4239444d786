import { Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { LinkButton } from "@/shared/ui/LinkButton";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";
import { AnswerForm } from "./AnswerForm";
import { Thanks } from "./Thanks";
import { useAnswerFromAccount, useOwnForm } from "./useOwnForm";
import type { Counted } from "./useSurveyLink";

/** One form about one unit, answered from the account (Điều 9.1). */
export default function OwnFormPage() {
  const { t } = useTranslation("survey_answer");
  const { campaignId = "", form = "", unitCode = "" } = useParams();
  const place = { campaign_id: campaignId, form, unit_code: unitCode };
  const asked = useOwnForm(place);
  const answer = useAnswerFromAccount(place);
  const [counted, setCounted] = useState<Counted | null>(null);
  const back = (
    <LinkButton to="/survey" type={counted ? "primary" : "default"}>
      {t("own.back")}
    </LinkButton>
  );
  if (counted) return <Thanks counted={counted} action={back} />;
  if (asked.isError) {
    return (
      <Page title={t("page.title")} actions={back}>
        <Trouble fault={asked.error} onRetry={() => void asked.refetch()} />
      </Page>
    );
  }
  if (asked.isPending) return <Loading />;
  const lead = (
    <>
      {asked.data.rehearsal && <Tag color="purple">{t("common:rehearsal")}</Tag>} {t("page.about")}{" "}
      <strong>{asked.data.unit_name}</strong>
    </>
  );
  return (
    <Page title={asked.data.title} lead={lead} actions={back}>
      <AnswerForm
        asked={asked.data}
        place={`own-survey:${campaignId}/${form}/${unitCode}`}
        byAccount
        send={answer.mutateAsync}
        onCounted={setCounted}
      />
    </Page>
  );
}
