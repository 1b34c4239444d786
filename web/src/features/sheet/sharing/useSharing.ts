import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { assessment, ok } from "@/shared/api/clients";
import { sheetKeys } from "@/shared/sheet/keys";

export type Sharing = components["schemas"]["SharingOut"];

/** Which leaves the unit gave to which of its sub-units. */
export function useSharing(sheetId: string, enabled: boolean) {
  return useQuery({
    queryKey: sheetKeys.part(sheetId, "sharing"),
    enabled,
    queryFn: () =>
      ok(assessment.GET("/api/assessment/sheets/{sheet_id}/sharing", { params: { path: { sheet_id: sheetId } } })),
  });
}

/** Who gave which leaf to whom or took it back, the newest first. */
export function useSharingHistory(sheetId: string) {
  return useQuery({
    queryKey: sheetKeys.part(sheetId, "sharing", "history"),
    queryFn: () =>
      ok(
        assessment.GET("/api/assessment/sheets/{sheet_id}/sharing/history", {
          params: { path: { sheet_id: sheetId } },
        }),
      ),
  });
}

/** Give leaves to a sub-unit, or take them back (`null`). */
export function useGive(sheetId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ items, subUnit }: { items: readonly string[]; subUnit: string | null }) =>
      ok(
        assessment.PATCH("/api/assessment/sheets/{sheet_id}/sharing", {
          params: { path: { sheet_id: sheetId } },
          body: { lines: items.map((item) => ({ item, sub_unit_code: subUnit })) },
        }),
      ),
    onSuccess: (told) => {
      client.setQueryData(sheetKeys.part(sheetId, "sharing"), told);
      return client.invalidateQueries({ queryKey: sheetKeys.part(sheetId, "sharing", "history") });
    },
  });
}
