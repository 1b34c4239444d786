import { Button, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import { Exchange } from "@/shared/ui/Exchange";
import { AnswerForm } from "./AnswerForm";
import type { Appeal } from "./useAppeals";

export function AppealCard({ appeal, mayAnswer }: { appeal: Appeal; mayAnswer: boolean }) {
  const { t } = useTranslation("appeal");
  const [answering, setAnswering] = useState(false);
  return (
    <article className="appeal">
      <h2>
        {appeal.unit_name}{" "}
        <Tag color={appeal.outcome === null ? "gold" : "green"}>{t(`outcome.${appeal.outcome ?? "waiting"}`)}</Tag>
      </h2>
      <Exchange
        asked={{
          by: t("asked", { by: appeal.asked_by_name, at: dateTime(appeal.asked_at), version: appeal.result_version }),
          text: appeal.text,
        }}
        answer={
          appeal.outcome === null
            ? null
            : {
                by: t("answered", { by: appeal.answered_by_name, at: dateTime(appeal.answered_at) }),
                text: appeal.reason,
              }
        }
      />
      {mayAnswer &&
        appeal.outcome === null &&
        (answering ? (
          <AnswerForm appeal={appeal} onDone={() => setAnswering(false)} />
        ) : (
          <Button onClick={() => setAnswering(true)}>{t("answer.act")}</Button>
        ))}
    </article>
  );
}
