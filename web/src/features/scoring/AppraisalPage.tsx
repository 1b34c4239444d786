import { Empty, Flex } from "antd";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";
import { AppraisalCard } from "./AppraisalCard";
import { useAppraisals } from "./useAppraisals";
import "./scoring.css";

/** The agency's appraisals of the program: how far each is, by when, what is missing, and sending. */
export default function AppraisalPage() {
  const { program = "" } = useParams();
  const { t } = useTranslation("scoring");
  const found = useAppraisals(program);
  return (
    <Page title={t(`common:menu.${program}_appraisal`)} lead={t("appraisals_lead")}>
      {found.isError && <Trouble fault={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {found.data?.length === 0 && <Empty description={t("no_appraisals")} />}
      <Flex vertical gap={12}>
        {found.data?.map((one) => (
          <AppraisalCard key={one.id} appraisal={one} program={program} />
        ))}
      </Flex>
    </Page>
  );
}
