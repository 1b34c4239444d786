import { useQuery } from "@tanstack/react-query";
import { ok, ranking } from "@/shared/api/clients";
import { publishedKeys, type Published } from "./keys";

/** One publication with all its lines; `version` null is the newest. */
export function usePublished(periodId: string, version: number | null) {
  return useQuery({
    queryKey: publishedKeys.one(periodId, version),
    queryFn: async (): Promise<Published> => {
      const page = (after: string | null) =>
        ok(
          ranking.GET("/api/ranking/published/{period_id}", {
            params: { path: { period_id: periodId }, query: { version, limit: 500, after } },
          }),
        );
      const first = await page(null);
      const items = [...first.items];
      for (let next = first.next ?? null; next !== null;) {
        const more = await page(next);
        items.push(...more.items);
        next = more.next ?? null;
      }
      return { ...first, items };
    },
  });
}
