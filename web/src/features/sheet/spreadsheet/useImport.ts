import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { assessment, ok } from "@/shared/api/clients";
import { base64Of } from "@/shared/importing/base64";
import { sheetKeys } from "@/shared/sheet/keys";

export type Imported = components["schemas"]["DeclaredImported"];

/** Try a table, or take it: whole, or only its right lines. */
export function useImport(sheetId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (asked: { file: File; dryRun: boolean; onlyRightLines: boolean }): Promise<Imported> =>
      ok(
        assessment.POST("/api/assessment/sheets/{sheet_id}/declared-values/import", {
          params: { path: { sheet_id: sheetId } },
          body: {
            content: await base64Of(asked.file),
            dry_run: asked.dryRun,
            only_right_lines: asked.onlyRightLines,
          },
        }),
      ),
    onSettled: (_, __, { dryRun }) => {
      if (!dryRun) void client.invalidateQueries({ queryKey: sheetKeys.of(sheetId) });
    },
  });
}
