import { Flex } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { LinkButton } from "@/shared/ui/LinkButton";
import { StatusTag } from "@/shared/ui/StatusTag";
import { TimeLeft } from "@/shared/ui/TimeLeft";
import { Page } from "@/shared/ui/Page";
import type { EditState } from "./edits";
import type { Appraisal, Grid } from "./keys";
import { LockNotice } from "./LockNotice";
import { useEdits } from "./useEdits";

/** States in which what was typed is with nobody but this browser, and stays there without an act or a line. */
const WAITS: EditState[] = ["waiting", "refused", "reason_due", "conflict"];

/** The head of the pages where one scores: whose appraisal, until when, and the way to the other view. */
export function Head(props: {
  appraisal: Appraisal;
  grid: Grid | undefined;
  view: "items" | "sheets";
  children: ReactNode;
}) {
  const { appraisal, grid, view, children } = props;
  const { program = "" } = useParams();
  const { t } = useTranslation("scoring");
  const { edits } = useEdits(appraisal.id);
  const open = [...edits.values()].filter((edit) => WAITS.includes(edit.state)).length;
  const at = `/${program}/appraisal/${appraisal.id}`;
  return (
    <Page
      title={t("head", { agency: grid?.appraiser_title ?? appraisal.appraiser_code, year: appraisal.year })}
      lead={
        <Flex gap={8} wrap align="center">
          <StatusTag of="appraisal" status={appraisal.status} />
          <span>{t("scored_of", { done: appraisal.scored, all: appraisal.assigned })}</span>
          {open > 0 && <strong role="status">{t("unsaved", { count: open })}</strong>}
          {appraisal.appraisal_to && (
            <span>
              {t("deadline")}: <TimeLeft until={appraisal.appraisal_to} clockAt={appraisal.clock_at} />
            </span>
          )}
        </Flex>
      }
      actions={
        <>
          <LinkButton to={`${at}/${view === "items" ? "sheets" : "items"}`}>
            {t(view === "items" ? "by_sheet" : "by_leaf")}
          </LinkButton>
          <LinkButton to={`/${program}/appraisal`}>{t("back_to_appraisals")}</LinkButton>
        </>
      }
    >
      <LockNotice appraisal={appraisal} />
      {children}
    </Page>
  );
}
