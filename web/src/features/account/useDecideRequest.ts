import { useMutation, useQueryClient } from "@tanstack/react-query";
import { identity, ifMatch, ok } from "@/shared/api/clients";
import { accountKeys } from "./useAccounts";
import { requestKeys, type AccountRequest } from "./useRequests";

type Decision = { act: "approve"; username: string | null } | { act: "refuse"; reason: string } | { act: "withdraw" };

/** Approving tells the one-time password, shown once; undefined after the other two. */
export function useDecideRequest(request: AccountRequest) {
  const client = useQueryClient();
  const params = { path: { request_id: request.id }, header: { "If-Match": ifMatch(request.version) } };
  return useMutation({
    mutationFn: async (decision: Decision) => {
      if (decision.act === "approve") {
        const body = { username: decision.username };
        return await ok(identity.POST("/api/identity/account-requests/{request_id}/approve", { params, body }));
      }
      if (decision.act === "refuse") {
        const body = { reason: decision.reason };
        await ok(identity.POST("/api/identity/account-requests/{request_id}/refuse", { params, body }));
      } else {
        await ok(identity.POST("/api/identity/account-requests/{request_id}/withdraw", { params }));
      }
      return undefined;
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: requestKeys.all }),
        client.invalidateQueries({ queryKey: accountKeys.all }),
      ]),
  });
}
