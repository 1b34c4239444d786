import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { useOnce } from "@/shared/api/useOnce";
import { all, identity, ok } from "@/shared/api/clients";

export type UnitAccount = components["schemas"]["AccountOut"];

const KEY = ["accounts", "own-unit"];

/** Data-entry accounts of the own unit that work. */
export function useUnitAccounts(unitCode: string | null) {
  return useQuery({
    queryKey: [...KEY, unitCode],
    queryFn: async () => {
      const found = await all((after) =>
        ok(
          identity.GET("/api/identity/accounts", {
            params: { query: { kind: "data_entry", status: "active", unit_code: unitCode, limit: 200, after } },
          }),
        ),
      );
      return found;
    },
  });
}

/** Lend the approval of reports to a deputy of the own unit for a time. */
export function useLend(ownAccountId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: useOnce((body: { to_account_id: string; valid_from: string; valid_to: string }) =>
      ok(
        identity.POST("/api/identity/accounts/{account_id}/lend-approval", {
          params: { path: { account_id: ownAccountId } },
          body,
        }),
      ),
    ),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
