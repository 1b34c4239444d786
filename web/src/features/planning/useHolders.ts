import { useQuery } from "@tanstack/react-query";
import { all, identity, ok } from "@/shared/api/clients";

/** Names of the holders of accounts by the account's id, as far as one may see them. */
export function useHolders() {
  return useQuery({
    queryKey: ["accounts", "holders"],
    queryFn: async () => {
      const accounts = await all((after) =>
        ok(identity.GET("/api/identity/accounts", { params: { query: { limit: 200, after } } })),
      );
      return new Map(accounts.map((account) => [account.id, account.holder_name]));
    },
    staleTime: 300_000,
  });
}
