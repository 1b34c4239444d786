import { useTranslation } from "react-i18next";

const KNOWN = ["department", "service_unit", "district", "commune"];

/** What a ranking group is called; a group that a province named itself is its own title. */
export function useGroupTitle(): (group: string) => string {
  const { t } = useTranslation();
  return (group) => (KNOWN.includes(group) ? t(`ranking_group.${group}`) : group);
}
