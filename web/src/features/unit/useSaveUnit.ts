import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { identity, ifMatch, ok } from "@/shared/api/clients";
import { useCreation } from "@/shared/api/useCreation";
import { unitKeys, type Unit } from "@/shared/unit/useUnits";

export type UnitIn = components["schemas"]["UnitIn"];

/** Register a unit, or change the one given. */
export function useSaveUnit(unit: Unit | undefined) {
  const create = useCreation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ code, ...fields }: UnitIn) =>
      unit === undefined
        ? create({ code, ...fields }, (key) =>
            ok(
              identity.POST("/api/identity/units", {
                body: { code, ...fields },
                params: { header: { "Idempotency-Key": key } },
              }),
            ),
          )
        : ok(
            identity.PUT("/api/identity/units/{code}", {
              body: fields,
              params: { path: { code: unit.code }, header: { "If-Match": ifMatch(unit.version) } },
            }),
          ),
    onSettled: () => client.invalidateQueries({ queryKey: unitKeys.all }),
  });
}
