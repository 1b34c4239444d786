import { useInfiniteQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { appraisal, assessment, identity, ok, ranking } from "@/shared/api/clients";

export type Line = components["schemas"]["LogLine"];
export type Source = "identity" | "assessment" | "appraisal" | "ranking";

export interface LogFilter {
  since?: string | undefined;
  until?: string | undefined;
  who?: string | undefined;
  act?: string[] | undefined;
  unit_code?: string | undefined;
}

/** The log of one service, or what one did oneself in it; the newest first, a page at a time. */
export function useLog(source: Source, own: boolean, filter: LogFilter) {
  return useInfiniteQuery({
    queryKey: ["log", source, own, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => {
      const params = { query: { ...filter, limit: 100, after: pageParam } };
      switch (source) {
        case "identity":
          return ok(
            own ? identity.GET("/api/identity/log/own", { params }) : identity.GET("/api/identity/log", { params }),
          );
        case "assessment":
          return ok(
            own
              ? assessment.GET("/api/assessment/log/own", { params })
              : assessment.GET("/api/assessment/log", { params }),
          );
        case "appraisal":
          return ok(
            own ? appraisal.GET("/api/appraisal/log/own", { params }) : appraisal.GET("/api/appraisal/log", { params }),
          );
        case "ranking":
          return ok(
            own ? ranking.GET("/api/ranking/log/own", { params }) : ranking.GET("/api/ranking/log", { params }),
          );
      }
    },
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** Where the lines that are looked for are had as a file. */
export function filePath(source: Source, kind: "csv" | "xlsx", filter: LogFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    for (const one of [value as string | string[] | undefined].flat()) if (one !== undefined) query.append(name, one);
  }
  return `/api/${source}/log/file.${kind}?${query}`;
}
