import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { NetworkLost } from "@/shared/api/problem";
import { sessionQuery, useAccount } from "@/shared/session/useSession";
import { useTell } from "@/shared/ui/useTell";
import { deskOf } from "./desk";
import type { Item, ScoreLine } from "./keys";
import { saveScores } from "./saveScores";

/** What is typed about an appraisal's items, wherever they are shown; it is saved by itself. */
export function useEdits(appraisalId: string) {
  const account = useAccount().account_id;
  const desk = deskOf(account, appraisalId);
  const client = useQueryClient();
  const tell = useTell();
  const edits = useSyncExternalStore(desk.subscribe, desk.present);
  useEffect(() => {
    const save = (lines: ScoreLine[]) => {
      // The desk outlives its pages: what one account typed is never saved by another that was chosen since.
      const now = client.getQueryData(sessionQuery.queryKey)?.session?.account_id;
      return now != null && now !== account
        ? Promise.reject(new NetworkLost())
        : saveScores(client, appraisalId, lines);
    };
    desk.begin(save, tell);
  }, [desk, client, account, appraisalId, tell]);
  return useMemo(
    () => ({
      edits,
      type: (item: Item, what: { score?: string; reason?: string }) => desk.type(item, what),
      decide: (key: string, take: "own" | "theirs") => desk.decide(key, take),
      drop: (key: string) => desk.drop(key),
    }),
    [edits, desk],
  );
}

export type Editing = ReturnType<typeof useEdits>;
