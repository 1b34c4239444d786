import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { identity, ok } from "@/shared/api/clients";
import { unitKeys } from "@/shared/unit/useUnits";
import type { UnitFilter } from "./rows";

/** The units that are looked for, in Vietnamese order of their names, a page at a time; words are found with or without marks. */
export function useFoundUnits({ words, type, group, state }: UnitFilter) {
  const looked = words.trim();
  return useInfiniteQuery({
    queryKey: [...unitKeys.all, "found", looked, type, group, state],
    initialPageParam: undefined as string | undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      ok(
        identity.GET("/api/identity/units", {
          params: {
            query: {
              ...(looked !== "" && { words: looked }),
              ...(type !== undefined && { unit_type: type }),
              ...(group !== undefined && { ranking_group: group }),
              ...(state !== "all" && { over: state === "over" }),
              limit: 50,
              after: pageParam,
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
