import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Unit } from "@/shared/unit/useUnits";
import type { Account } from "./useAccounts";

/** Where an account belongs: unit by name where it is known, appraising agency, and a limit to one unit. */
export function usePlaceOf(units: Unit[]): (account: Account) => string {
  const { t } = useTranslation("account");
  return useMemo(() => {
    const names = new Map(units.map((unit) => [unit.code, unit.name]));
    const name = (code: string) => names.get(code) ?? code;
    return (account) => {
      const places = [
        account.unit_code !== null && name(account.unit_code),
        account.appraiser_code !== null && t("agency", { code: account.appraiser_code }),
        account.only_for_unit !== null && t("only_for", { unit: name(account.only_for_unit) }),
      ].filter((place) => place !== false);
      return places.length === 0 ? "–" : places.join("; ");
    };
  }, [units, t]);
}
