import { useQuery } from "@tanstack/react-query";
import { all, appraisal, ok } from "@/shared/api/clients";
import { appraisalKeys, type Leaf, type Sheet } from "./keys";

/** Everything about one leaf over all units, or about one unit over all leaves. */
export function useItems(id: string, of: Leaf | Sheet | undefined) {
  return useQuery({
    queryKey: appraisalKeys.items(id, of ?? { sheet_id: "" }),
    enabled: of !== undefined,
    queryFn: () =>
      all((after) =>
        ok(
          appraisal.GET("/api/appraisal/appraisals/{appraisal_id}/items", {
            params: { path: { appraisal_id: id }, query: { ...of, limit: 500, after } },
          }),
        ),
      ),
  });
}
