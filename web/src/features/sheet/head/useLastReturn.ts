import { useQuery } from "@tanstack/react-query";
import { assessment, ok } from "@/shared/api/clients";
import { sheetKeys } from "@/shared/sheet/keys";

/** When and why the head gave the sheet back last; asked for while it is given back only. */
export function useLastReturn(sheetId: string, isReturned: boolean) {
  const { data } = useQuery({
    queryKey: sheetKeys.part(sheetId, "states"),
    queryFn: () =>
      ok(assessment.GET("/api/assessment/sheets/{sheet_id}/history", { params: { path: { sheet_id: sheetId } } })),
    enabled: isReturned,
  });
  return isReturned ? data?.items.findLast((one) => one.status === "returned" && one.reason !== "") : undefined;
}
