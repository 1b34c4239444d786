import { CheckOutlined, CloseCircleOutlined, CloudOutlined, EditOutlined, SyncOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { time } from "@/shared/format/dates";
import type { Desk } from "../saving/desk";
import type { Phase } from "../saving/leaves";
import { useLeafPart } from "../useDesk";

/** *Đang lưu*, *Đã lưu lúc …* or *Lưu không được*, told to screen readers too. */
export function SavingMark({ desk, item }: { desk: Desk; item: string }) {
  const { t } = useTranslation("sheet");
  const phase = useLeafPart(desk, item, (leaf) => leaf.phase);
  const savedAt = useLeafPart(desk, item, (leaf) => leaf.answer?.saved_at);
  return (
    <span role="status" className={`saving saving-${phase}`} data-phase={phase}>
      <Words phase={phase} savedAt={savedAt} />
      {phase === "waiting" && (
        <Button size="small" onClick={() => desk.retry()}>
          {t("common:saving.retry")}
        </Button>
      )}
    </span>
  );
}

function Words({ phase, savedAt }: { phase: Phase; savedAt: string | undefined }) {
  const { t } = useTranslation("sheet");
  switch (phase) {
    case "dirty":
      return (
        <>
          <EditOutlined aria-hidden /> {t("saving.dirty")}
        </>
      );
    case "saving":
      return (
        <>
          <SyncOutlined aria-hidden spin /> {t("common:saving.saving")}
        </>
      );
    case "waiting":
      return (
        <>
          <CloudOutlined aria-hidden /> {t("common:saving.waiting")}
        </>
      );
    case "session":
    case "refused":
    case "conflict":
      return (
        <>
          <CloseCircleOutlined aria-hidden /> {t("common:saving.failed")}
        </>
      );
    default:
      if (savedAt === undefined) return t("saving.nothing");
      return (
        <>
          <CheckOutlined aria-hidden /> {t("common:saving.saved", { time: time(savedAt) })}
        </>
      );
  }
}
