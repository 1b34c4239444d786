import { queryOptions, useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { all, assessment, ok } from "@/shared/api/clients";

export type Period = components["schemas"]["PeriodOut"];

export const periodKeys = {
  all: ["periods"] as const,
  list: ["periods", "list"] as const,
  one: (periodId: string) => ["periods", periodId] as const,
};

/** Every period that the account may see, newest year first; without their sheets. */
export const periodsQuery = queryOptions({
  queryKey: periodKeys.list,
  queryFn: async (): Promise<Period[]> => {
    const found = await all((after) =>
      ok(assessment.GET("/api/assessment/periods", { params: { query: { limit: 200, after } } })),
    );
    return found.sort((a, b) => b.year - a.year || a.program.localeCompare(b.program));
  },
});

export function usePeriods() {
  return useQuery(periodsQuery);
}

export function usePeriod(periodId: string) {
  return useQuery({
    queryKey: periodKeys.one(periodId),
    queryFn: () =>
      ok(assessment.GET("/api/assessment/periods/{period_id}", { params: { path: { period_id: periodId } } })),
  });
}
