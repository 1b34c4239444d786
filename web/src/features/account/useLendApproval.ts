import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { identity, ok } from "@/shared/api/clients";
import { accountKeys, type Account } from "./useAccounts";

export function useLendApproval(lender: Account) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: components["schemas"]["Lending"]) =>
      ok(
        identity.POST("/api/identity/accounts/{account_id}/lend-approval", {
          body,
          params: { path: { account_id: lender.id } },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: accountKeys.all }),
  });
}
