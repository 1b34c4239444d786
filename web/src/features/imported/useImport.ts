import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/ranking";
import { ifMatch, ok, ranking } from "@/shared/api/clients";
import { useCreation } from "@/shared/api/useCreation";

export type ImportBody = components["schemas"]["ImportIn"];
export type ImportCheck = components["schemas"]["ImportCheckOut"];

export function useCheckImport() {
  return useMutation({
    mutationFn: (body: ImportBody) => ok(ranking.POST("/api/ranking/imports/validations", { body })),
  });
}

export function useImport() {
  const client = useQueryClient();
  const create = useCreation();
  return useMutation({
    mutationFn: (body: ImportBody) =>
      create(body, (key) =>
        ok(
          ranking.POST("/api/ranking/imports", {
            params: { header: { "Idempotency-Key": key } },
            body,
          }),
        ),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ["published"] }),
  });
}

/** Takes the place of what was imported before; the version that is corrected is the newest one now. */
export function useCorrectImport() {
  const client = useQueryClient();
  const create = useCreation();
  return useMutation({
    mutationFn: async ({ periodId, body, reason }: { periodId: string; body: ImportBody; reason: string }) => {
      const path = { period_id: periodId };
      const { publication } = await ok(
        ranking.GET("/api/ranking/published/{period_id}", { params: { path, query: { limit: 1 } } }),
      );
      return create({ periodId, body, reason }, (key) =>
        ok(
          ranking.POST("/api/ranking/imports/{period_id}/corrections", {
            params: { path, header: { "If-Match": ifMatch(publication.newest_version), "Idempotency-Key": key } },
            body: { ...body, reason },
          }),
        ),
      );
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ["published"] }),
  });
}
