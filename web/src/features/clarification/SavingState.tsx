import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { time } from "@/shared/format/dates";
import type { Saved } from "./saver";

/** Đang lưu, Đã lưu lúc, Lưu không được: told to who does not look, too. */
export function SavingState({ saved, onRetry }: { saved: Saved; onRetry: () => void }) {
  const { t } = useTranslation();
  const { phase, savedAt } = saved;
  return (
    <span role="status" className={`answer-state answer-${phase}`}>
      {(phase === "dirty" || phase === "saving") && t("saving.saving")}
      {phase === "waiting" && t("saving.waiting")}
      {(phase === "refused" || phase === "conflict") && t("saving.failed")}
      {phase === "clean" && savedAt !== null && t("saving.saved", { time: time(savedAt) })}
      {(phase === "waiting" || phase === "refused") && (
        <Button type="link" size="small" onClick={onRetry}>
          {t("saving.retry")}
        </Button>
      )}
    </span>
  );
}
