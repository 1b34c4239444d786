import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { identity, ifMatch, ok } from "@/shared/api/clients";
import { unitKeys, type Unit } from "@/shared/unit/useUnits";

export type UnitIn = components["schemas"]["UnitIn"];

/** Register a unit, or change the one given. `key` is the same for every try of one form, so that nothing is made twice. */
export function useSaveUnit(unit: Unit | undefined, key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ code, ...fields }: UnitIn) =>
      unit === undefined
        ? ok(
            identity.POST("/api/identity/units", {
              body: { code, ...fields },
              params: { header: { "Idempotency-Key": key } },
            }),
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
