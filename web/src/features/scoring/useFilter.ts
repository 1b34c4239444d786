import { useMemo } from "react";
import { useSearchParams } from "react-router";
import type { Filter } from "./facts";
import { FILTERS } from "./facts";

/** The filter stands in the address, so that a link leads to exactly what was seen. */
export function useFilter(): [Filter, (change: Partial<Filter>) => void] {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(
    () => ({
      only: FILTERS.find((one) => one === params.get("only")) ?? ("" as const),
      group: params.get("group") ?? "",
      member: params.get("member") ?? "",
      find: params.get("find") ?? "",
    }),
    [params],
  );
  const change = (next: Partial<Filter>) =>
    setParams(
      (before) => {
        for (const [name, value] of Object.entries(next)) {
          if (value) before.set(name, value);
          else before.delete(name);
        }
        return before;
      },
      { replace: true },
    );
  return [filter, change];
}
