import { useQuery } from "@tanstack/react-query";
import { all, appraisal, ok } from "@/shared/api/clients";
import { appraisalKeys } from "./keys";

/** The agency's appraisals of one program, newest year first. */
export function useAppraisals(program: string) {
  return useQuery({
    queryKey: [...appraisalKeys.all, "list"],
    queryFn: () =>
      all((after) => ok(appraisal.GET("/api/appraisal/appraisals", { params: { query: { limit: 200, after } } }))),
    select: (found) =>
      found
        .filter((one) => one.program === program)
        .sort((a, b) => Number(a.rehearsal) - Number(b.rehearsal) || b.year - a.year),
  });
}
