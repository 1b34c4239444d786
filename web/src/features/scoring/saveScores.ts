import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { appraisal, ok } from "@/shared/api/clients";
import { appraisalKeys, type Grid, type Item, type ScoreLine, type Scores } from "./keys";
import { withKept, withKeptCells } from "./kept";

/** Saves many scores at once; what stands afterwards is known at once wherever it is shown. */
export async function saveScores(client: QueryClient, id: string, lines: ScoreLine[]): Promise<Scores> {
  const answer = await ok(
    appraisal.PATCH("/api/appraisal/appraisals/{appraisal_id}/scores", {
      params: { path: { appraisal_id: id } },
      body: { lines },
    }),
  );
  keep(client, id, answer);
  if ((answer.refused ?? []).some((one) => one.problem.type === "/problems/request/stale"))
    void client.invalidateQueries({ queryKey: [...appraisalKeys.one(id), "items"] });
  return answer;
}

/** "Đồng ý với điểm tự chấm" for a selection. */
export function useAgree(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (lines: { sheet_id: string; item: string }[]): Promise<Scores> =>
      ok(
        appraisal.POST("/api/appraisal/appraisals/{appraisal_id}/agree", {
          params: { path: { appraisal_id: id } },
          body: { lines },
        }),
      ),
    onSuccess: (answer) => keep(client, id, answer),
  });
}

function keep(client: QueryClient, id: string, answer: Scores): void {
  client.setQueriesData<Item[]>({ queryKey: [...appraisalKeys.one(id), "items"] }, (items) =>
    items === undefined ? items : withKept(items, answer.kept ?? []),
  );
  client.setQueryData<Grid>(appraisalKeys.grid(id), (grid) => grid && withKeptCells(grid, answer.kept ?? []));
  void client.invalidateQueries({ queryKey: appraisalKeys.one(id), exact: true });
  void client.invalidateQueries({ queryKey: appraisalKeys.sending(id) });
}
