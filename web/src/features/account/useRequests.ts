import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { all, identity, ok } from "@/shared/api/clients";

export type AccountRequest = components["schemas"]["RequestOut"];

export const requestKeys = {
  all: ["account_requests"] as const,
  list: ["account_requests", "list"] as const,
  options: ["account_requests", "options"] as const,
};

/** The newest first. */
export function useRequests() {
  return useQuery({
    queryKey: requestKeys.list,
    queryFn: () =>
      all((after) => ok(identity.GET("/api/identity/account-requests", { params: { query: { limit: 200, after } } }))),
  });
}

/** For whom one may ask, and how many requests wait. */
export function useRequestOptions(enabled: boolean) {
  return useQuery({
    queryKey: requestKeys.options,
    enabled,
    queryFn: () => ok(identity.GET("/api/identity/account-requests/options")),
  });
}
