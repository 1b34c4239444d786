import { useQuery } from "@tanstack/react-query";
import { all, identity, ok } from "@/shared/api/clients";
import { guidanceKeys, type Guidance } from "@/shared/guidance/useGuidance";

/** What is said of pages, by the page's key. */
export function usePagesGuidance() {
  return useQuery({
    queryKey: guidanceKeys.list,
    queryFn: async (): Promise<Record<string, Guidance>> => {
      const found = await all((after) =>
        ok(identity.GET("/api/identity/guidance", { params: { query: { limit: 500, after } } })),
      );
      return Object.fromEntries(found.flatMap((one) => (one.page === null ? [] : [[one.page, one]])));
    },
  });
}
