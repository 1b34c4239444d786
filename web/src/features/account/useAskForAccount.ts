import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { identity, ok } from "@/shared/api/clients";
import { requestKeys } from "./useRequests";

export type AskedFor = components["schemas"]["AskedFor"];

export function useAskForAccount(key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AskedFor) =>
      ok(identity.POST("/api/identity/account-requests", { body, params: { header: { "Idempotency-Key": key } } })),
    onSettled: () => client.invalidateQueries({ queryKey: requestKeys.all }),
  });
}
