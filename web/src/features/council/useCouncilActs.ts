import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ifMatch, ok, ranking } from "@/shared/api/clients";
import { useCreation } from "@/shared/api/useCreation";
import { councilKeys, type Session } from "./keys";

export interface Said {
  item: string;
  agrees: boolean;
  note: string;
}

export interface Decided {
  number: string;
  issuedOn: string;
  fileSha256: string | null;
  /** Of a correction; empty for the first publication. */
  reason: string;
}

/** Acts of the council and of Home Affairs on a period's result; what is shown is asked for again after each. */
export function useCouncilActs(periodId: string) {
  const client = useQueryClient();
  const create = useCreation();
  const again = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: councilKeys.result(periodId) }),
      client.invalidateQueries({ queryKey: councilKeys.sessions(periodId) }),
    ]);
  const path = { period_id: periodId };
  const open = useMutation({
    mutationFn: () =>
      create("session", (key) =>
        ok(
          ranking.POST("/api/ranking/periods/{period_id}/council-sessions", {
            params: { path, header: { "Idempotency-Key": key } },
          }),
        ),
      ),
    onSettled: again,
  });
  const close = useMutation({
    mutationFn: (session: Session) =>
      ok(
        ranking.POST("/api/ranking/council-sessions/{session_id}/close", {
          params: { path: { session_id: session.id }, header: { "If-Match": ifMatch(session.version) } },
        }),
      ),
    onSettled: again,
  });
  const say = useMutation({
    mutationFn: ({ session, said }: { session: Session; said: Said }) =>
      ok(
        ranking.POST("/api/ranking/council-sessions/{session_id}/agreements", {
          params: { path: { session_id: session.id } },
          body: said,
        }),
      ),
    onSettled: (_, __, { session }) => client.invalidateQueries({ queryKey: councilKeys.opinions(session.id) }),
  });
  const agree = useMutation({
    mutationFn: ({ version, note, minutes }: { version: number; note: string; minutes: string | null }) =>
      ok(
        ranking.POST("/api/ranking/periods/{period_id}/agree", {
          params: { path, header: { "If-Match": ifMatch(version) } },
          body: { note, minutes_sha256: minutes },
        }),
      ),
    onSettled: again,
  });
  const publish = useMutation({
    mutationFn: ({ version, decided }: { version: number; decided: Decided }) =>
      create({ version, decided }, (key) => {
        const decision = { number: decided.number, issued_on: decided.issuedOn, file_sha256: decided.fileSha256 };
        const params = { path, header: { "If-Match": ifMatch(version), "Idempotency-Key": key } };
        return decided.reason === ""
          ? ok(ranking.POST("/api/ranking/periods/{period_id}/publish", { params, body: { decision } }))
          : ok(
              ranking.POST("/api/ranking/periods/{period_id}/corrections", {
                params,
                body: { decision, reason: decided.reason },
              }),
            );
      }),
    onSettled: again,
  });
  return { open, close, say, agree, publish };
}
