import { useTranslation } from "react-i18next";
import type { Voices } from "./opinions";

/** Who agrees, and who objects to what. */
export function VoicesCell({ voices }: { voices: Voices | undefined }) {
  const { t } = useTranslation("council");
  if (voices === undefined) return <span className="council-silent">{t("opinion.none")}</span>;
  return (
    <div>
      {voices.agree.length > 0 && (
        <div>
          ✓ {t("opinion.agree_count", { count: voices.agree.length })}:{" "}
          {voices.agree.map((one) => one.holder_name).join(", ")}
        </div>
      )}
      {voices.object.map((one) => (
        <div key={one.account_id} className="council-objection">
          ✗ <strong>{one.holder_name}</strong>: {one.note}
        </div>
      ))}
    </div>
  );
}
