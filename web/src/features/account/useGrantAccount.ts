import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { identity, ok } from "@/shared/api/clients";
import { accountKeys } from "./useAccounts";

export type AccountIn = components["schemas"]["AccountIn"];

/** `key` is the same for every try of one form, so that nobody is granted the same twice. */
export function useGrantAccount(key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AccountIn) =>
      ok(identity.POST("/api/identity/accounts", { body, params: { header: { "Idempotency-Key": key } } })),
    onSettled: () => client.invalidateQueries({ queryKey: accountKeys.all }),
  });
}
