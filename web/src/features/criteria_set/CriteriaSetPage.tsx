import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { criteriaSetQuery } from "@/shared/criteria/useCriteriaSets";
import { VersionTags } from "@/shared/criteria/VersionTags";
import { useAccount } from "@/shared/session/useSession";
import { LinkButton } from "@/shared/ui/LinkButton";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";
import { EMPTY_SET } from "./editor/useEditor";
import { SetEditor } from "./SetEditor";

export default function CriteriaSetPage() {
  const { criteriaSetId = "new" } = useParams();
  return criteriaSetId === "new" ? <NewSet /> : <OneSet key={criteriaSetId} id={criteriaSetId} />;
}

function OneSet({ id }: { id: string }) {
  const { t } = useTranslation("criteria_set");
  const { kind } = useAccount();
  const version = useQuery(criteriaSetQuery(id));
  if (version.isPending) return <Loading />;
  if (version.isError) return <Trouble fault={version.error} onRetry={() => void version.refetch()} />;
  const published = version.data.status === "published";
  return (
    <Page
      title={`${version.data.code} · ${t("page.version", { number: version.data.version_number })}`}
      lead={
        <>
          {version.data.title} <VersionTags version={version.data} />
        </>
      }
      actions={
        published &&
        kind === "management" && (
          <LinkButton to={`/administration/criteria-sets/new?from=${id}`} type="primary">
            {t("page.next_version")}
          </LinkButton>
        )
      }
    >
      <SetEditor key={version.data.version} version={version.data} start={version.data} locked={published} />
    </Page>
  );
}

/** A set to be drafted: empty, or what another version says (`?from=`). */
function NewSet() {
  const { t } = useTranslation("criteria_set");
  const [search] = useSearchParams();
  const from = search.get("from");
  const other = useQuery({ ...criteriaSetQuery(from ?? ""), enabled: from !== null });
  if (from !== null && other.isPending) return <Loading />;
  if (other.isError) return <Trouble fault={other.error} onRetry={() => void other.refetch()} />;
  const start = other.data ?? { document: EMPTY_SET, source: "", media_type: "json" as const, survey_forms_id: null };
  return (
    <Page title={from ? t("page.new_from", { code: other.data?.code ?? "" }) : t("page.new")} lead={t("page.new_lead")}>
      <SetEditor version={null} start={start} locked={false} />
    </Page>
  );
}
