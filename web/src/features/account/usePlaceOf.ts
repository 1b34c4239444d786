import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Account } from "./useAccounts";

/** Where an account belongs: unit by name where it is known, appraising agency, and a limit to one unit. */
export function usePlaceOf(): (account: Account) => string {
  const { t } = useTranslation("account");
  return useCallback(
    (account) => {
      const places = [
        account.unit_code !== null && (account.unit_name ?? account.unit_code),
        account.appraiser_code !== null && t("agency", { code: account.appraiser_code }),
        account.only_for_unit !== null && t("only_for", { unit: account.only_for_unit_name ?? account.only_for_unit }),
      ].filter((place) => place !== false);
      return places.length === 0 ? "–" : places.join("; ");
    },
    [t],
  );
}
