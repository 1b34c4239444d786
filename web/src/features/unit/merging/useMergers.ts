import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { all, identity, ok } from "@/shared/api/clients";
import { useOnce } from "@/shared/api/useOnce";
import { unitKeys } from "@/shared/unit/useUnits";

export type MergerIn = components["schemas"]["MergerIn"];
export type MergerPreview = components["schemas"]["MergerPreview"];
export type Merger = components["schemas"]["MergerOut"];
export type AccountAct = MergerPreview["accounts"][number]["act"];

/** The mergers there were, the newest first. */
export function useMergers() {
  return useQuery({
    queryKey: [...unitKeys.all, "mergers"],
    queryFn: () =>
      all((after) => ok(identity.GET("/api/identity/unit-mergers", { params: { query: { limit: 100, after } } }))),
  });
}

/** What a merger would do, as the service says it; nothing is kept. */
export function usePreview() {
  return useMutation({
    mutationFn: (body: MergerIn) => ok(identity.POST("/api/identity/unit-mergers/preview", { body })),
  });
}

/** Merge; `key` is the same for every try of one form. */
export function useMerge(key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: useOnce((body: MergerIn) =>
      ok(identity.POST("/api/identity/unit-mergers", { body, params: { header: { "Idempotency-Key": key } } })),
    ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: unitKeys.all });
      await client.invalidateQueries({ queryKey: ["accounts"] });
    },
  });
}
