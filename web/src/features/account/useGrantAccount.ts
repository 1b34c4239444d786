import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { identity, ok } from "@/shared/api/clients";
import { useCreation } from "@/shared/api/useCreation";
import { accountKeys } from "./useAccounts";

export type AccountIn = components["schemas"]["AccountIn"];

export function useGrantAccount() {
  const create = useCreation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AccountIn) =>
      create(body, (key) =>
        ok(identity.POST("/api/identity/accounts", { body, params: { header: { "Idempotency-Key": key } } })),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: accountKeys.all }),
  });
}
