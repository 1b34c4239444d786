import { Button, Flex } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import { useMemberNames } from "@/shared/members/useMembers";
import { useAccount } from "@/shared/session/useSession";
import { useTell } from "@/shared/ui/useTell";
import type { Appraisal, Item } from "../keys";
import { keyOf } from "../kept";
import type { Editing } from "../useEdits";
import { Answering } from "./Answering";
import { AskDialog } from "./AskDialog";
import { byKey, useAskSecondLook, useSecondLooks } from "./useSecondLooks";
import { stateWords } from "./words";

/** The second look on one item beside its score: asked and taken back by the lead, answered by the asked member, taken over by who scores. */
export function LookOfItem(props: { appraisal: Appraisal; item: Item; editing: Editing; writable: boolean }) {
  const { appraisal, item, editing, writable } = props;
  const { t } = useTranslation("scoring");
  const me = useAccount().account_id;
  const nameOf = useMemberNames();
  const tell = useTell();
  const looks = useSecondLooks(appraisal.id);
  const withdraw = useAskSecondLook(appraisal.id);
  const [asking, setAsking] = useState(false);
  const look = byKey(looks.data).get(keyOf(item));
  const mayAsk = appraisal.allowed_actions.includes("ask_second_look");
  if (!look && !mayAsk) return null;
  const mine = look?.account_id === me && appraisal.allowed_actions.includes("answer_second_look");
  const proposed = look?.state === "proposed" && !look.changed_since ? look : undefined;
  const take = () => {
    if (proposed === undefined) return;
    const score = proposed.not_applicable ? "KAD" : (proposed.score ?? proposed.count ?? "").replace(".", ",");
    editing.type(item, { score, reason: proposed.reason });
  };
  return (
    <section aria-label={t("look.title")}>
      <h3>{t("look.title")}</h3>
      {look && (
        <>
          <p className="explanation">
            <strong>{stateWords(look, t as never)}</strong>{" "}
            <span className="quiet">
              {look.account_id === me
                ? t("look.asked_of_me", { at: dateTime(look.asked_at) })
                : t("look.asked_of", { name: nameOf(look.account_id) ?? "–", at: dateTime(look.asked_at) })}
            </span>
          </p>
          {look.note && <p className="explanation">{look.note}</p>}
          {look.state !== "open" && look.reason && (
            <p className="explanation">{t("look.because", { reason: look.reason })}</p>
          )}
          {look.state === "open" && mine && (
            <Answering appraisalId={appraisal.id} look={look} isCount={item.kind === "adjustment"} />
          )}
        </>
      )}
      <Flex gap={8} wrap>
        {proposed && writable && (
          <Button size="small" type="primary" onClick={take}>
            {t("look.take")}
          </Button>
        )}
        {mayAsk && look?.state === "open" && (
          <Button
            size="small"
            loading={withdraw.isPending}
            onClick={() =>
              withdraw.mutate([{ sheet_id: item.sheet_id, item: item.item, account_id: null, note: "" }], {
                onError: tell,
              })
            }
          >
            {t("look.withdraw")}
          </Button>
        )}
        {mayAsk && item.may_write && (
          <Button size="small" onClick={() => setAsking(true)}>
            {t(look ? "look.ask_again" : "look.ask")}
          </Button>
        )}
      </Flex>
      {asking && <AskDialog appraisalId={appraisal.id} items={[item]} onClose={() => setAsking(false)} />}
    </section>
  );
}
