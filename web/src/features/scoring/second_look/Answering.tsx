import { Button, Flex, Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { typedNumber } from "@/shared/format/numbers";
import { Trouble } from "@/shared/ui/Trouble";
import { useAnswerSecondLook, type SecondLook } from "./useSecondLooks";

/** The asked member says that what stands is right, or proposes another score with a reason; no score changes by it. */
export function Answering(props: { appraisalId: string; look: SecondLook; isCount: boolean }) {
  const { appraisalId, look, isCount } = props;
  const { t } = useTranslation("scoring");
  const id = useId();
  const answer = useAnswerSecondLook(appraisalId);
  const [given, setGiven] = useState("");
  const [reason, setReason] = useState("");
  const { sheet_id, item } = look;
  const send = (confirmed: boolean) => {
    const number = typedNumber(given);
    const proposed = isCount ? { count: number } : { score: number };
    answer.mutate([{ sheet_id, item, confirmed, not_applicable: false, reason, ...(confirmed ? {} : proposed) }]);
  };
  return (
    <>
      {answer.isError && <Trouble fault={answer.error} />}
      <Flex gap={8} wrap align="end">
        <div className="score-field">
          <label htmlFor={`${id}s`}>{t(isCount ? "count" : "look.proposed")}</label>
          <Input id={`${id}s`} inputMode="decimal" value={given} onChange={(event) => setGiven(event.target.value)} />
        </div>
        <div className="reason-field">
          <label htmlFor={`${id}r`}>{t("column.reason")}</label>
          <Input.TextArea
            id={`${id}r`}
            autoSize={{ minRows: 1, maxRows: 6 }}
            maxLength={10_000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      </Flex>
      <Flex gap={8} wrap style={{ marginBlockStart: 8 }}>
        <Button type="primary" disabled={given.trim() === ""} loading={answer.isPending} onClick={() => send(false)}>
          {t("look.propose")}
        </Button>
        <Button disabled={look.present_version === 0 || answer.isPending} onClick={() => send(true)}>
          {t("look.confirm")}
        </Button>
      </Flex>
      {look.present_version === 0 && <p className="quiet">{t("look.nothing_stands")}</p>}
    </>
  );
}
