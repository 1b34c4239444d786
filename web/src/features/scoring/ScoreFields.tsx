import { Alert, Button, Flex, Input, Space } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useTheirs } from "./Conflicts";
import { scoreText } from "./edits";
import type { Item } from "./keys";
import { keyOf } from "./kept";
import { stateText } from "./rows";
import type { Editing } from "./useEdits";

/** Score and reason of one item, saved by itself; the reason is asked for where the service says that it is due. */
export function ScoreFields(props: { item: Item; editing: Editing; writable: boolean; compact?: boolean }) {
  const { item, editing, writable, compact = false } = props;
  const { t } = useTranslation("scoring");
  const theirs = useTheirs();
  const id = useId();
  const key = keyOf(item);
  const edit = editing.edits.get(key);
  const due = edit?.state === "reason_due" || item.reason_due;
  const fault = edit?.state === "refused";
  const state = stateText(item, edit, t as never);
  return (
    <div className="score-fields">
      <Flex gap={8} wrap={!compact}>
        <div className="score-field">
          <label htmlFor={`${id}s`} className={compact ? "sr-only" : undefined}>
            {t(item.kind === "adjustment" ? "count" : "column.score")}
          </label>
          <Input
            id={`${id}s`}
            inputMode="decimal"
            autoComplete="off"
            disabled={!writable}
            status={fault ? "error" : ""}
            aria-invalid={fault}
            aria-describedby={`${id}t`}
            value={edit?.score ?? scoreText(item)}
            onChange={(event) => editing.type(item, { score: event.target.value })}
          />
        </div>
        <div className="reason-field">
          <label htmlFor={`${id}r`} className={compact ? "sr-only" : undefined}>
            {t("column.reason")}
          </label>
          <Input.TextArea
            id={`${id}r`}
            autoSize={{ minRows: 1, maxRows: 6 }}
            maxLength={10_000}
            disabled={!writable}
            status={due ? "warning" : ""}
            aria-required={due}
            placeholder={due ? t("reason_wanted") : undefined}
            value={edit?.reason ?? item.reason}
            onChange={(event) => editing.type(item, { reason: event.target.value })}
          />
        </div>
      </Flex>
      <div id={`${id}t`} role="status" className={fault || due ? "field-fault" : "quiet"}>
        {due ? (edit?.why ?? t("state.reason_due")) : state}
      </div>
      {edit?.state === "conflict" && (
        <Alert
          type="warning"
          title={t("conflict")}
          description={theirs(edit.present)}
          action={
            <Space orientation="vertical">
              <Button size="small" onClick={() => editing.decide(key, "own")}>
                {t("keep_own")}
              </Button>
              <Button size="small" onClick={() => editing.decide(key, "theirs")}>
                {t("take_theirs")}
              </Button>
            </Space>
          }
        />
      )}
    </div>
  );
}
