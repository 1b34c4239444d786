import { Empty, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { Link, Navigate, useParams } from "react-router";
import { points } from "@/shared/format/numbers";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { StatusTag } from "@/shared/ui/StatusTag";
import { TimeLeft } from "@/shared/ui/TimeLeft";
import { Trouble } from "@/shared/ui/Trouble";
import { useOwnSheets, type OwnSheet, type Program } from "./useOwnSheets";
import "./sheet.css";

/** The own unit's sheets of a program over the years; where there is one only, one is there at once. */
export default function OwnSheetsPage() {
  const { t } = useTranslation("sheet");
  const { program } = useParams();
  const of: Program = program === "task_completion" ? "task_completion" : "par_index";
  const { data, error, refetch } = useOwnSheets(of);
  const only = data?.length === 1 ? data[0] : undefined;
  if (only !== undefined) return <Navigate to={only.sheet_id} replace />;
  return (
    <Page title={t(`common:menu.${of}_self_assessment`)} lead={t("own.lead")}>
      {error !== null && <Trouble fault={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data?.length === 0 && <Empty description={t("own.none")} />}
      <ul className="own-sheets">
        {data?.map((sheet) => (
          <OneSheet key={sheet.sheet_id} sheet={sheet} />
        ))}
      </ul>
    </Page>
  );
}

function OneSheet({ sheet }: { sheet: OwnSheet }) {
  const { t } = useTranslation("sheet");
  return (
    <li>
      <div className="own-name">
        <Link to={sheet.sheet_id}>{t("own.year", { year: sheet.year })}</Link>
        {sheet.rehearsal && <Tag color="purple">{t("common:rehearsal")}</Tag>}
        <div className="leaf-hint">{sheet.set_title}</div>
      </div>
      <div>
        <StatusTag of="sheet" status={sheet.status} />
        {sheet.late && <Tag color="red">{t("own.late")}</Tag>}
      </div>
      <div>
        <span className="leaf-hint">{t("head.deadline")}</span>{" "}
        <TimeLeft until={sheet.deadline} clockAt={sheet.clock_at} />
      </div>
      <div>
        <span className="leaf-hint">{t("head.self_total")}</span> <b>{points(sheet.self_total)}</b>
      </div>
      <div>
        {sheet.missing_count === 0 ? t("head.nothing_missing") : t("head.missing", { count: sheet.missing_count })}
      </div>
      <Link to={sheet.sheet_id} className="own-open">
        {t(sheet.may_write ? "own.work" : "own.look")}
      </Link>
    </li>
  );
}
