import { useMutation, useQueryClient } from "@tanstack/react-query";
import { identity, ifMatch, ok } from "@/shared/api/clients";
import { unitKeys, type Unit } from "@/shared/unit/useUnits";

export function useRetireUnit() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ unit, lastDay }: { unit: Unit; lastDay: string }) =>
      ok(
        identity.POST("/api/identity/units/{code}/retire", {
          body: { valid_to: lastDay },
          params: { path: { code: unit.code }, header: { "If-Match": ifMatch(unit.version) } },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: unitKeys.all }),
  });
}
