import { Empty } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { dateTime } from "@/shared/format/dates";
import { useMemberNames } from "@/shared/members/useMembers";
import { useAccount } from "@/shared/session/useSession";
import { Ledger } from "@/shared/ui/Ledger";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";
import { useAppraisal } from "../useAppraisal";
import { useSecondLooks, type SecondLook } from "./useSecondLooks";
import { figure, stateWords } from "./words";
import "../scoring.css";

/** Every second look that the account knows of, what waits first; each leads to its leaf with the unit's evidence beside it. */
export default function SecondLooksPage() {
  const { program = "", appraisalId = "" } = useParams();
  const { t } = useTranslation("scoring");
  const me = useAccount().account_id;
  const nameOf = useMemberNames();
  const appraisal = useAppraisal(appraisalId);
  const looks = useSecondLooks(appraisalId);
  const failed = appraisal.isError ? appraisal : looks.isError ? looks : null;
  const at = `/${program}/appraisal/${appraisalId}`;
  const place = (look: SecondLook) =>
    `${at}/items/${encodeURIComponent(look.item)}?${new URLSearchParams({ set: look.set_code, unit: look.sheet_id })}`;
  const shown = [...(looks.data ?? [])].sort((a, b) => Number(b.state === "open") - Number(a.state === "open"));
  return (
    <Page title={t("look.page")} lead={t("look.page_lead")}>
      {failed && <Trouble fault={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && (appraisal.isPending || looks.isPending) && <Loading />}
      {looks.data?.length === 0 && <Empty description={t("look.none")} />}
      {shown.length > 0 && (
        <Ledger<SecondLook>
          caption={t("look.page")}
          rows={shown}
          keyOf={(one) => `${one.sheet_id}/${one.item}`}
          columns={[
            {
              key: "item",
              names: true,
              title: t("look.what"),
              cell: (one) => (
                <Link to={place(one)}>
                  {one.item} · {one.unit_name}
                </Link>
              ),
            },
            { key: "state", title: t("column.state"), cell: (one) => stateWords(one, t as never) },
            { key: "present", title: t("look.stands"), cell: (one) => figure(one, "present", t as never) },
            {
              key: "who",
              title: t("look.member"),
              cell: (one) => (one.account_id === me ? t("look.me") : (nameOf(one.account_id) ?? "–")),
            },
            { key: "at", title: t("look.when"), cell: (one) => dateTime(one.answered_at ?? one.asked_at) },
            { key: "note", title: t("look.note"), cell: (one) => one.note || "–" },
          ]}
        />
      )}
    </Page>
  );
}
