import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useMembers } from "@/shared/members/useMembers";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";
import { LinesRead } from "./members/LinesRead";
import { Sharing } from "./members/Sharing";
import { useLines } from "./members/useLines";
import { useOwnAppraisal } from "./members/useOwnAppraisal";
import { useWork, type Work } from "./members/useWork";

export default function MembersPage() {
  const { appraisalId = "" } = useParams();
  const { t } = useTranslation("assignment");
  return (
    <Page title={t("members.title")} lead={t("members.lead")}>
      <OfAppraisal key={appraisalId} id={appraisalId} />
    </Page>
  );
}

function OfAppraisal({ id }: { id: string }) {
  const { t } = useTranslation("assignment");
  const appraisal = useOwnAppraisal(id);
  const lines = useLines(id);
  const work = useWork(id);
  const members = useMembers();
  const failed = [appraisal, lines, work, members].find((one) => one.isError);
  if (failed) return <Trouble fault={failed.error} onRetry={() => void failed.refetch()} />;
  if (!appraisal.data || !lines.data || !work.data || !members.data) return <Loading />;
  const people = members.data.map((one) => ({ value: one.id, label: one.holder_name }));
  const names = new Map(people.map((one) => [one.value, one.label]));
  const nameOf = (accountId: string) => names.get(accountId) ?? t("members.unknown");
  if (!appraisal.data.allowed_actions.includes("assign_members")) {
    const { locked } = appraisal.data;
    return (
      <>
        <Alert
          showIcon
          type="info"
          title={locked?.title ?? t("members.read_only")}
          description={locked?.detail ?? t("members.read_only_detail")}
          style={{ marginBlockEnd: 8 }}
        />
        <LinesRead lines={lines.data.lines} nameOf={nameOf} />
      </>
    );
  }
  return (
    <Sharing
      appraisalId={id}
      shared={lines.data}
      people={people}
      sheets={work.data.sheets.map((one) => ({ value: one.sheet_id, label: one.unit_name }))}
      items={itemsOf(work.data)}
      nameOf={nameOf}
    />
  );
}

/** Two sets may use one code; a line names the code alone, so it is offered once. */
function itemsOf(work: Work) {
  const titles = new Map<string, Set<string>>();
  for (const { item, title } of work.leaves) titles.set(item, (titles.get(item) ?? new Set()).add(title));
  return [...titles].map(([item, of]) => ({ value: item, label: `${item} · ${[...of].join(" / ")}` }));
}
