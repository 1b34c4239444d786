import { queryOptions, useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { all, identity, ok } from "@/shared/api/clients";

export type Unit = components["schemas"]["UnitOut"];
export type UnitType = components["schemas"]["UnitTypeOut"];

export const unitKeys = {
  all: ["units"] as const,
  list: ["units", "list"] as const,
  types: ["units", "types"] as const,
};

export const unitsQuery = queryOptions({
  queryKey: unitKeys.list,
  queryFn: (): Promise<Unit[]> =>
    all((after) => ok(identity.GET("/api/identity/units", { params: { query: { limit: 500, after } } }))),
  staleTime: 60_000,
});

/** Every unit, retired ones too, in Vietnamese order of their names. For managers and administrators. */
export function useUnits(enabled = true) {
  return useQuery({ ...unitsQuery, enabled });
}

export function useUnitTypes() {
  return useQuery({ queryKey: unitKeys.types, queryFn: () => ok(identity.GET("/api/identity/unit-types")) });
}
