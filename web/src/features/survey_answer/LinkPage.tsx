import { Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { ProblemError } from "@/shared/api/problem";
import { Loading } from "@/shared/ui/Loading";
import { Notice } from "@/shared/ui/Notice";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";
import { AnswerForm } from "./AnswerForm";
import { Thanks } from "./Thanks";
import { useAnswerByLink, useFormOfLink, type Counted } from "./useSurveyLink";

/** The form of a one-answer link, for whoever holds it; nobody signs in. The token is what stands behind `#`. */
export default function LinkPage() {
  const { hash } = useLocation();
  const token = hash.slice(1);
  return <Link key={token} token={token} />;
}

function Link({ token }: { token: string }) {
  const { t } = useTranslation("survey_answer");
  const asked = useFormOfLink(token);
  const answer = useAnswerByLink(token);
  const [counted, setCounted] = useState<Counted | null>(null);
  if (counted) return <Thanks counted={counted} />;
  if (token === "") return <Notice title={t("link.none")}>{t("link.none_detail")}</Notice>;
  if (asked.isError) {
    const { error } = asked;
    if (error instanceof ProblemError && [404, 409].includes(error.status)) {
      return <Notice title={error.problem.title}>{error.problem.detail}</Notice>;
    }
    return (
      <Page title={t("page.title")}>
        <Trouble fault={error} onRetry={() => void asked.refetch()} />
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
    <Page title={asked.data.title} lead={lead}>
      <AnswerForm
        asked={asked.data}
        place={`survey-link:${token}`}
        byAccount={false}
        send={answer.mutateAsync}
        onCounted={setCounted}
      />
    </Page>
  );
}
