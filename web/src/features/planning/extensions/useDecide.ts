import { useMutation, useQueryClient } from "@tanstack/react-query";
import { assessment, ok } from "@/shared/api/clients";
import { useCreation } from "@/shared/api/useCreation";
import { useOnce } from "@/shared/api/useOnce";
import { requestKeys } from "@/shared/extension";
import { periodKeys } from "@/shared/period/usePeriods";

export interface Given {
  unitCode: string;
  to: string;
  reason: string;
  requestId?: string | undefined;
}

/** Extend a unit's deadline, asked for or not; what the unit asked for is granted by it. */
export function useExtend(periodId: string) {
  const create = useCreation();
  return useDecision(periodId, ({ unitCode, to, reason, requestId }: Given) => {
    const body = { unit_code: unitCode, to, reason, request_id: requestId ?? null };
    return create(body, (key) =>
      ok(
        assessment.POST("/api/assessment/periods/{period_id}/extensions", {
          params: { path: { period_id: periodId }, header: { "Idempotency-Key": key } },
          body,
        }),
      ),
    );
  });
}

export function useRefuse(periodId: string) {
  return useDecision(periodId, ({ requestId, reason }: { requestId: string; reason: string }) =>
    ok(
      assessment.POST("/api/assessment/periods/{period_id}/extension-requests/{request_id}/refuse", {
        params: { path: { period_id: periodId, request_id: requestId } },
        body: { reason },
      }),
    ),
  );
}

function useDecision<Asked, Answer>(periodId: string, decide: (asked: Asked) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: useOnce(decide),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: requestKeys.of(periodId) }),
        client.invalidateQueries({ queryKey: periodKeys.one(periodId) }),
      ]),
  });
}
