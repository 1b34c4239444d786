import { PlusOutlined } from "@ant-design/icons";
import { Button, Empty, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAccount } from "@/shared/session/useSession";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";
import { ProposalCard } from "./ProposalCard";
import { ProposeDrawer } from "./ProposeDrawer";
import { useProposals } from "./useProposals";

/** Proposals to change criteria: a head's and a lead's own side; Home Affairs' leaders all, to answer. */
export default function ProposalsPage() {
  const { t } = useTranslation("criteria_proposal");
  const { kind } = useAccount();
  const proposals = useProposals();
  const [which, setWhich] = useState<"open" | "all">("all");
  const [proposing, setProposing] = useState(false);
  const shown = proposals.data?.filter((proposal) => which === "all" || proposal.status === "open");
  const answers = kind === "management";
  return (
    <Page
      title={t("title")}
      lead={t(answers ? "lead_manager" : "lead")}
      actions={
        !answers && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setProposing(true)}>
            {t("propose")}
          </Button>
        )
      }
    >
      <Segmented
        aria-label={t("which")}
        value={which}
        onChange={setWhich}
        options={(["all", "open"] as const).map((value) => ({ value, label: t(`show.${value}`) }))}
      />
      {proposals.isPending && <Loading />}
      {proposals.isError && <Trouble fault={proposals.error} onRetry={() => void proposals.refetch()} />}
      {shown?.length === 0 && <Empty description={t("none")} />}
      <div className="exchanges">
        {shown?.map((proposal) => (
          <ProposalCard key={proposal.id} proposal={proposal} />
        ))}
      </div>
      {proposing && <ProposeDrawer onClose={() => setProposing(false)} />}
    </Page>
  );
}
