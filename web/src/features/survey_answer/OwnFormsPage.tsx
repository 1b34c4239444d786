import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useAccount } from "@/shared/session/useSession";
import { pathOfForm, useOwnForms, type OwnForm } from "@/shared/survey/useOwnForms";
import { Ledger } from "@/shared/ui/Ledger";
import { LinkButton } from "@/shared/ui/LinkButton";
import { Loading } from "@/shared/ui/Loading";
import { Notice } from "@/shared/ui/Notice";
import { Page } from "@/shared/ui/Page";
import { TimeLeft } from "@/shared/ui/TimeLeft";
import { Trouble } from "@/shared/ui/Trouble";
import "./answer.css";

/** The survey forms that the account is asked, a row a form and unit. */
export default function OwnFormsPage() {
  const { t } = useTranslation("survey_answer");
  const own = useOwnForms(useAccount());
  if (own.isError) return <Trouble fault={own.error} onRetry={() => void own.refetch()} />;
  if (!own.isPending && own.data.forms.length === 0)
    return <Notice title={t("own.none")}>{t("own.none_detail")}</Notice>;
  return (
    <Page title={t("own.title")} lead={t("own.lead")}>
      {own.isPending ? (
        <Loading />
      ) : (
        <Ledger<OwnForm>
          caption={t("own.caption", { count: own.data.due })}
          rows={own.data.forms}
          keyOf={pathOfForm}
          columns={[
            {
              key: "unit",
              names: true,
              title: t("own.unit"),
              cell: (one) => (
                <>
                  {one.unit_name} {one.rehearsal && <Tag color="purple">{t("common:rehearsal")}</Tag>}
                  <div className="survey-hint">{one.title}</div>
                </>
              ),
            },
            {
              key: "until",
              title: t("own.until"),
              cell: (one) =>
                one.closes_at ? <TimeLeft until={one.closes_at} clockAt={one.clock_at} /> : t("own.no_end"),
            },
            {
              key: "act",
              title: t("own.status"),
              cell: (one) =>
                one.status === "answered" ? (
                  <Tag color="green">{t("own.answered")}</Tag>
                ) : (
                  <LinkButton
                    to={pathOfForm(one)}
                    type="primary"
                    aria-label={t("own.answer_about", { unit: one.unit_name, form: one.title })}
                  >
                    {t("own.answer")}
                  </LinkButton>
                ),
            },
          ]}
        />
      )}
    </Page>
  );
}
