import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { identity, ifMatch, ok } from "@/shared/api/clients";
import { accountKeys, type Account } from "./useAccounts";

export function useChangeAccount(account: Account) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: components["schemas"]["AccountChange"]) =>
      ok(
        identity.PUT("/api/identity/accounts/{account_id}", {
          body,
          params: { path: { account_id: account.id }, header: { "If-Match": ifMatch(account.version) } },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: accountKeys.all }),
  });
}
