import { useTranslation } from "react-i18next";
import { useUnitTypes } from "./useUnits";

const KNOWN = ["department", "service_unit", "district", "commune", "sub_unit"];

/** What a type of unit is called: as the administrator named it, else by the glossary. */
export function useUnitTypeTitle(): (type: string) => string {
  const { t } = useTranslation();
  const types = useUnitTypes();
  return (type) => {
    const title = types.data?.find((one) => one.code === type)?.title ?? type;
    return title === type && KNOWN.includes(type) ? t(`unit_type.${type}`) : title;
  };
}
