import { useTranslation } from "react-i18next";
import { GuidanceText } from "./GuidanceText";
import { useLeafGuidance } from "./useGuidance";

/** What Home Affairs says of a criterion, where it says anything. */
export function LeafGuidance({ setCode, item }: { setCode: string; item: string }) {
  const { t } = useTranslation("guidance");
  const said = useLeafGuidance(setCode).data?.[item];
  if (said === undefined) return null;
  return (
    <details className="guidance-leaf">
      <summary>{t("of_leaf")}</summary>
      <GuidanceText words={said.text} />
    </details>
  );
}
