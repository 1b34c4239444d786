import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { useOnce } from "@/shared/api/useOnce";
import { all, identity, ok } from "@/shared/api/clients";

export type UnitAccount = components["schemas"]["AccountOut"];
export type Lending = components["schemas"]["Lending"];
export type LendingEnd = components["schemas"]["LendingEnd"];

const KEY = ["accounts", "own-unit"];

/** Data-entry accounts of a unit that work. */
export function useUnitAccounts(unitCode: string | null) {
  return useQuery({
    queryKey: [...KEY, unitCode],
    enabled: unitCode !== null,
    queryFn: () =>
      all((after) =>
        ok(
          identity.GET("/api/identity/accounts", {
            params: {
              query: { kind: "data_entry", status: "active", unit_code: unitCode ?? "", limit: 200, after },
            },
          }),
        ),
      ),
  });
}

/** Lend the approval of reports to a deputy of the unit for a time. */
export function useLend() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: useOnce(({ from, body }: { from: string; body: Lending }) =>
      ok(
        identity.POST("/api/identity/accounts/{account_id}/lend-approval", {
          params: { path: { account_id: from } },
          body,
        }),
      ),
    ),
    onSettled: () => client.invalidateQueries({ queryKey: ["accounts"] }),
  });
}

/** Take back what was lent, now. */
export function useEndLending() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: useOnce(({ of, body }: { of: string; body: LendingEnd }) =>
      ok(
        identity.POST("/api/identity/accounts/{account_id}/end-lending", {
          params: { path: { account_id: of } },
          body,
        }),
      ),
    ),
    onSettled: () => client.invalidateQueries({ queryKey: ["accounts"] }),
  });
}
