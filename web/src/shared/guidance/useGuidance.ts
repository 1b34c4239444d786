import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { all, identity, ok } from "@/shared/api/clients";

export type Guidance = components["schemas"]["GuidanceOut"];

export const guidanceKeys = {
  all: ["guidance"] as const,
  page: (page: string) => ["guidance", "page", page] as const,
  list: ["guidance", "list"] as const,
  ofSet: (code: string) => ["guidance", "set", code] as const,
};

/** What is said for a page; asked for when somebody wants to read it. */
export function usePageGuidance(page: string) {
  return useQuery({
    queryKey: guidanceKeys.page(page),
    queryFn: () => ok(identity.GET("/api/identity/guidance/pages/{page}", { params: { path: { page } } })),
  });
}

/** What is said for the leaves of a criteria set, by their code; one call for the whole set. */
export function useLeafGuidance(setCode: string | undefined) {
  return useQuery({
    queryKey: guidanceKeys.ofSet(setCode ?? ""),
    enabled: setCode !== undefined,
    staleTime: 300_000,
    queryFn: async (): Promise<Record<string, Guidance>> => {
      const found = await all((after) =>
        ok(
          identity.GET("/api/identity/guidance", { params: { query: { set_code: setCode ?? "", limit: 500, after } } }),
        ),
      );
      return Object.fromEntries(found.map((one) => [one.item ?? "", one]));
    },
  });
}
