import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { all, identity, ok } from "@/shared/api/clients";
import type { AccountFilter } from "./filter";
import { queryOf } from "./filter";

export type Account = components["schemas"]["AccountOut"];
export type Role = components["schemas"]["RoleOut"];

export const accountKeys = {
  all: ["accounts"] as const,
  list: (filter: AccountFilter) => ["accounts", "list", filter] as const,
  one: (id: string) => ["accounts", "one", id] as const,
  agencies: ["accounts", "agencies"] as const,
  history: (id: string) => ["accounts", "history", id] as const,
};

/** The accounts one may see that are looked for, in Vietnamese order of the holders' names, a page at a time. */
export function useAccounts(filter: AccountFilter) {
  return useInfiniteQuery({
    queryKey: accountKeys.list(filter),
    initialPageParam: undefined as string | undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      ok(
        identity.GET("/api/identity/accounts", {
          params: { query: { ...queryOf(filter), limit: 50, after: pageParam } },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** The codes of appraising agencies that have accounts. */
export function useAgencies(enabled: boolean) {
  return useQuery({
    queryKey: accountKeys.agencies,
    enabled,
    queryFn: async () => {
      const found = await all((after) =>
        ok(
          identity.GET("/api/identity/accounts", {
            params: { query: { kind: "appraisal", usable: true, limit: 500, after } },
          }),
        ),
      );
      return [...new Set(found.flatMap((one) => one.appraiser_code ?? []))].sort();
    },
  });
}
