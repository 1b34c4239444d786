import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { all, identity, ok } from "@/shared/api/clients";
import { accountKeys } from "./useAccounts";

export type Change = components["schemas"]["ChangeOut"];

/** The newest change first. */
export function useAccountHistory(accountId: string, enabled: boolean) {
  return useQuery({
    queryKey: accountKeys.history(accountId),
    enabled,
    queryFn: async (): Promise<Change[]> => {
      const found = await all((after) =>
        ok(
          identity.GET("/api/identity/accounts/{account_id}/history", {
            params: { path: { account_id: accountId }, query: { limit: 200, after } },
          }),
        ),
      );
      return found.reverse();
    },
  });
}
