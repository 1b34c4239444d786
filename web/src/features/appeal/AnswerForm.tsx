import { Button, Input, Radio, Space } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Trouble } from "@/shared/ui/Trouble";
import { useAnswer, type Appeal, type Outcome } from "./useAppeals";

/** An answer is given once; a correction has to be published before it can be named here. */
export function AnswerForm({ appeal, onDone }: { appeal: Appeal; onDone: () => void }) {
  const { t } = useTranslation("appeal");
  const answer = useAnswer(appeal.period_id);
  const [outcome, setOutcome] = useState<Outcome>("upheld");
  const [reason, setReason] = useState("");
  const id = `reason-${appeal.id}`;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        answer.mutate({ appeal, outcome, reason }, { onSuccess: onDone });
      }}
    >
      <Radio.Group
        value={outcome}
        onChange={(event) => setOutcome(event.target.value as Outcome)}
        options={(["upheld", "corrected"] as const).map((value) => ({ value, label: t(`answer.${value}`) }))}
      />
      <p className="appeal-hint">{t("answer.hint")}</p>
      <label htmlFor={id}>{t("answer.reason")}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 3 }}
        maxLength={10_000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {answer.isError && <Trouble fault={answer.error} />}
      <Space className="appeal-acts">
        <Button type="primary" htmlType="submit" loading={answer.isPending}>
          {t("answer.send")}
        </Button>
        <Button onClick={onDone}>{t("common:action.cancel")}</Button>
      </Space>
    </form>
  );
}
