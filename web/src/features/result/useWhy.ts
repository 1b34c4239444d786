import { useQuery } from "@tanstack/react-query";
import { ok, ranking } from "@/shared/api/clients";
import { resultKeys } from "./keys";

export function useWhy(sheetId: string) {
  return useQuery({
    queryKey: resultKeys.why(sheetId),
    queryFn: () => ok(ranking.GET("/api/ranking/sheets/{sheet_id}/why", { params: { path: { sheet_id: sheetId } } })),
    // Numbers that are just being counted again are looked at again by themselves.
    refetchInterval: (query) => (query.state.data?.being_computed ? 3000 : false),
  });
}
