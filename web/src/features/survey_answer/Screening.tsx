import { Button, Space } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "@/shared/ui/Notice";

/** Who has nothing to tell is thanked and sends nothing: the link stays good for somebody else. */
export function Screening({ question, onFits }: { question: string; onFits: () => void }) {
  const { t } = useTranslation("survey_answer");
  const [unfit, setUnfit] = useState(false);
  if (unfit) {
    return (
      <div role="status">
        <Notice
          title={t("screening.unfit")}
          action={<Button onClick={() => setUnfit(false)}>{t("screening.back")}</Button>}
        >
          {t("screening.unfit_detail")}
        </Notice>
      </div>
    );
  }
  return (
    <section className="survey-notice" aria-labelledby="survey-screening">
      <h2 id="survey-screening">{question}</h2>
      <Space wrap>
        <Button type="primary" size="large" onClick={onFits}>
          {t("screening.yes")}
        </Button>
        <Button size="large" onClick={() => setUnfit(true)}>
          {t("screening.no")}
        </Button>
      </Space>
    </section>
  );
}
