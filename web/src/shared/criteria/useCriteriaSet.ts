import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { readSet, type CriteriaSet } from "./set";
import { criteriaSetQuery } from "./useCriteriaSets";

/** The published set of a sheet, read for showing; it never changes, so it is asked for once. Below a `Suspense`. */
export function useCriteriaSet(criteriaSetId: string): CriteriaSet {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery({ ...criteriaSetQuery(criteriaSetId), staleTime: Infinity });
  const heading = t("criteria.adjustments");
  return useMemo(() => readSet(data.document, heading), [data.document, heading]);
}
