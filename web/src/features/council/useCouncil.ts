import { useQueries, useQuery } from "@tanstack/react-query";
import { all, ok, ranking } from "@/shared/api/clients";
import { councilKeys } from "./keys";

/** All that the council's page shows before a session is chosen. */
export function useCouncil(periodId: string) {
  const path = { period_id: periodId };
  const [result, sessions, items] = useQueries({
    queries: [
      {
        queryKey: councilKeys.result(periodId),
        queryFn: () => ok(ranking.GET("/api/ranking/periods/{period_id}", { params: { path } })),
      },
      {
        queryKey: councilKeys.sessions(periodId),
        queryFn: () =>
          all((after) =>
            ok(
              ranking.GET("/api/ranking/periods/{period_id}/council-sessions", {
                params: { path, query: { limit: 500, after: after ?? null } },
              }),
            ),
          ),
      },
      {
        queryKey: councilKeys.items(periodId),
        queryFn: () => ok(ranking.GET("/api/ranking/periods/{period_id}/council-items", { params: { path } })),
      },
    ],
  });
  return { result, sessions, items };
}

/** What members said in a session; looked at again while it is open, since others speak too. */
export function useOpinions(sessionId: string | undefined, open: boolean) {
  return useQuery({
    queryKey: councilKeys.opinions(sessionId ?? ""),
    enabled: sessionId !== undefined,
    refetchInterval: open ? 15_000 : false,
    queryFn: () =>
      all((after) =>
        ok(
          ranking.GET("/api/ranking/council-sessions/{session_id}/agreements", {
            params: { path: { session_id: sessionId ?? "" }, query: { limit: 500, after: after ?? null } },
          }),
        ),
      ),
  });
}
