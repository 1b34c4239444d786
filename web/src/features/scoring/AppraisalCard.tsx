import { Button, Card, Descriptions, Flex, Progress, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAccount } from "@/shared/session/useSession";
import { LinkButton } from "@/shared/ui/LinkButton";
import { StatusTag } from "@/shared/ui/StatusTag";
import { TimeLeft } from "@/shared/ui/TimeLeft";
import { HistoryDrawer } from "./HistoryDrawer";
import type { Appraisal } from "./keys";
import { LockNotice } from "./LockNotice";
import { Missing } from "./Missing";
import { SendDialog } from "./SendDialog";
import { useEdits } from "./useEdits";

export function AppraisalCard({ appraisal, program }: { appraisal: Appraisal; program: string }) {
  const { t } = useTranslation("scoring");
  const [sending, setSending] = useState(false);
  const [history, setHistory] = useState(false);
  const isLead = useAccount().roles.includes("appraisal_lead");
  useEdits(appraisal.id); // what was typed and not saved before a reload is saved from here too
  const at = `/${program}/appraisal/${appraisal.id}`;
  const may = (act: string) => appraisal.allowed_actions.includes(act);
  const percent = appraisal.assigned === 0 ? 0 : Math.floor((100 * appraisal.scored) / appraisal.assigned);
  const title = (
    <Flex gap={8} align="center" wrap>
      <span>{t("appraisal_of", { year: appraisal.year, agency: appraisal.appraiser_code })}</span>
      <StatusTag of="appraisal" status={appraisal.status} />
      {appraisal.rehearsal && <Tag color="purple">{t("common:rehearsal")}</Tag>}
      {appraisal.last_round > 1 && <Tag>{t("round", { round: appraisal.round, last: appraisal.last_round })}</Tag>}
    </Flex>
  );
  return (
    <Card title={title} size="small" className="appraisal-card">
      <LockNotice appraisal={appraisal} />
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 1, md: 2, xl: 3 }}
        items={[
          {
            key: "deadline",
            label: t("deadline"),
            children: appraisal.appraisal_to ? (
              <TimeLeft until={appraisal.appraisal_to} clockAt={appraisal.clock_at} />
            ) : (
              t("no_deadline")
            ),
          },
          {
            key: "adjustments",
            label: t("adjustments"),
            children: t("of", { done: appraisal.confirmed, all: appraisal.adjustments }),
          },
          ...(appraisal.asked > 0
            ? [
                {
                  key: "asked",
                  label: t("questions"),
                  children: (
                    <>
                      {t("answered_of", { done: appraisal.answered, all: appraisal.asked })}{" "}
                      {appraisal.answers_until && (
                        <TimeLeft until={appraisal.answers_until} clockAt={appraisal.clock_at} />
                      )}
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Flex align="center" gap={12} wrap className="appraisal-progress">
        <span>{t("scored_of", { done: appraisal.scored, all: appraisal.assigned })}</span>
        <Progress
          percent={percent}
          style={{ inlineSize: 220, margin: 0 }}
          aria-label={t("scored_of", { done: appraisal.scored, all: appraisal.assigned })}
        />
      </Flex>
      <Missing appraisal={appraisal} at={at} />
      <Flex gap={8} wrap style={{ marginBlockStart: 12 }}>
        <LinkButton to={`${at}/items`} type="primary">
          {t("by_leaf")}
        </LinkButton>
        <LinkButton to={`${at}/sheets`} type="primary">
          {t("by_sheet")}
        </LinkButton>
        {appraisal.second_looks > 0 && (
          <LinkButton to={`${at}/second-looks`}>
            {appraisal.second_looks_mine > 0
              ? t("look.wait_for_me", { count: appraisal.second_looks_mine })
              : t("look.wait", { count: appraisal.second_looks })}
          </LinkButton>
        )}
        {isLead && <LinkButton to={`${at}/members`}>{t("members")}</LinkButton>}
        <Button onClick={() => setHistory(true)}>{t("history")}</Button>
        {may("send") && (
          <Button onClick={() => setSending(true)} className="appraisal-send">
            {t("send")}
          </Button>
        )}
      </Flex>
      {sending && <SendDialog appraisal={appraisal} at={at} onClose={() => setSending(false)} />}
      {history && <HistoryDrawer appraisalId={appraisal.id} onClose={() => setHistory(false)} />}
    </Card>
  );
}
