import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { dropDraft, keepDraft, readDraft } from "@/shared/drafts/drafts";
import { useAccount } from "@/shared/session/useSession";
import { sheetKeys } from "@/shared/sheet/keys";
import { saveAnswer } from "./saveAnswer";
import { AnswerSaver, type Draft, type Saved } from "./saver";
import type { Clarifications, Question } from "./useClarifications";

/** The answer to one question as it is typed and saved. */
export function useAnswerSaver(sheetId: string, question: Question): { saver: AnswerSaver; saved: Saved } {
  const client = useQueryClient();
  const { account_id } = useAccount();
  const place = `clarification/${sheetId}/${question.round}/${question.item}`;
  const [saver] = useState(
    () =>
      new AnswerSaver(question.answer, {
        send: (given, version) => saveAnswer(sheetId, question, given, version),
        keep: (draft) => keepDraft(account_id, place, draft),
        drop: () => dropDraft(account_id, place),
        saved: (answer) =>
          client.setQueryData<Clarifications>(
            sheetKeys.part(sheetId, "clarifications"),
            (known) =>
              known && {
                ...known,
                items: known.items.map((one) => (isSame(one, question) ? { ...one, answer } : one)),
              },
          ),
      }),
  );
  const saved = useSyncExternalStore(saver.subscribe, saver.now);
  useEffect(() => saver.take(question.answer), [saver, question.answer]);
  useEffect(() => {
    void readDraft<Draft>(account_id, place).then((draft) => draft && saver.restore(draft));
    const again = () => saver.flush();
    window.addEventListener("online", again);
    return () => {
      window.removeEventListener("online", again);
      saver.flush();
    };
  }, [saver, account_id, place]);
  return { saver, saved };
}

function isSame(one: Question, other: Question): boolean {
  return one.round === other.round && one.item === other.item;
}
