import { Tag } from "antd";
import { useTranslation } from "react-i18next";

const COLOURS: Record<string, string> = { open: "gold", granted: "green", refused: "volcano" };

export function RequestStatusTag({ status }: { status: string }) {
  const { t } = useTranslation("extension");
  return <Tag color={COLOURS[status] ?? "default"}>{t(`status.${status}`)}</Tag>;
}
