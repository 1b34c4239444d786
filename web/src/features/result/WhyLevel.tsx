import { useTranslation } from "react-i18next";
import type { Why } from "./keys";

/** Every knock-out with whether it holds and lowers. */
export function WhyLevel({ level }: { level: Why["level"] }) {
  const { t } = useTranslation("result");
  if (level.knock_outs.length === 0) return null;
  return (
    <section>
      <h2 className="why-field">{t("why.knock_outs")}</h2>
      <ul>
        {level.knock_outs.map((one) => (
          <li key={one.code}>{one.lowers ? <strong>{one.sentence}</strong> : one.sentence}</li>
        ))}
      </ul>
    </section>
  );
}
