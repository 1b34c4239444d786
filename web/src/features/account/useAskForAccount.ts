import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { identity, ok } from "@/shared/api/clients";
import { useCreation } from "@/shared/api/useCreation";
import { requestKeys } from "./useRequests";

export type AskedFor = components["schemas"]["AskedFor"];

export function useAskForAccount() {
  const create = useCreation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AskedFor) =>
      create(body, (key) =>
        ok(identity.POST("/api/identity/account-requests", { body, params: { header: { "Idempotency-Key": key } } })),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: requestKeys.all }),
  });
}
