import { CheckOutlined, CloseCircleOutlined, CloudOutlined, EditOutlined, SyncOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { time } from "@/shared/format/dates";
import type { Desk, Leaf } from "../saving/desk";

/** *Đang lưu*, *Đã lưu lúc …* or *Lưu không được*, told to screen readers too. */
export function SavingMark({ desk, leaf }: { desk: Desk; leaf: Leaf }) {
  const { t } = useTranslation("sheet");
  return (
    <span role="status" className={`saving saving-${leaf.phase}`} data-phase={leaf.phase}>
      <Words leaf={leaf} />
      {leaf.phase === "waiting" && (
        <Button size="small" onClick={() => desk.retry()}>
          {t("common:saving.retry")}
        </Button>
      )}
    </span>
  );
}

function Words({ leaf }: { leaf: Leaf }) {
  const { t } = useTranslation("sheet");
  switch (leaf.phase) {
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
      if (leaf.answer === undefined) return t("saving.nothing");
      return (
        <>
          <CheckOutlined aria-hidden /> {t("common:saving.saved", { time: time(leaf.answer.saved_at) })}
        </>
      );
  }
}
