import { useMutation, useQueryClient } from "@tanstack/react-query";
import { identity, ok } from "@/shared/api/clients";
import { accountKeys, type Account } from "./useAccounts";

export type ReasonAct = "lock" | "unlock" | "lift_appraisal_lock" | "end" | "reset_password";

/** What is done to an account with a reason; a new one-time password is told, otherwise null. */
export function useReasonAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ account, act, reason }: { account: Account; act: ReasonAct; reason: string }) => {
      const options = { body: { reason }, params: { path: { account_id: account.id } } };
      if (act === "reset_password") {
        return (await ok(identity.POST("/api/identity/accounts/{account_id}/password", options))).initial_password;
      }
      if (act === "lock") await ok(identity.POST("/api/identity/accounts/{account_id}/lock", options));
      else if (act === "end") await ok(identity.POST("/api/identity/accounts/{account_id}/end", options));
      else await ok(identity.POST("/api/identity/accounts/{account_id}/unlock", options));
      return null;
    },
    onSettled: () => client.invalidateQueries({ queryKey: accountKeys.all }),
  });
}
