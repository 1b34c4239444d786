import { useTranslation } from "react-i18next";
import { ProblemError } from "@/shared/api/problem";

/** What a service refused in one field. A number is told in the way it is typed here: with a decimal comma. */
export function useFaultAt(fault: unknown, name: string): string | undefined {
  const { t } = useTranslation("sheet");
  if (!(fault instanceof ProblemError)) return undefined;
  const told = fault.faultAt(`/${name}`);
  return told !== undefined && isNumberFault(fault) ? t("value.not_a_number") : told;
}

export function isNumberFault(fault: unknown): boolean {
  return fault instanceof ProblemError && fault.kind === "assessment/not-a-number";
}
