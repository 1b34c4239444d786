import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { all, identity, ok } from "@/shared/api/clients";
import { byName } from "@/shared/format/search";

export type Account = components["schemas"]["AccountOut"];
export type Role = components["schemas"]["RoleOut"];

export const accountKeys = {
  all: ["accounts"] as const,
  list: ["accounts", "list"] as const,
  history: (id: string) => ["accounts", "history", id] as const,
};

/** Every account that one may see, in Vietnamese order of the holders' names. */
export function useAccounts() {
  return useQuery({
    queryKey: accountKeys.list,
    queryFn: async (): Promise<Account[]> => {
      const found = await all((after) =>
        ok(identity.GET("/api/identity/accounts", { params: { query: { limit: 500, after } } })),
      );
      return found.sort((one, other) => byName(one.holder_name, other.holder_name));
    },
  });
}
