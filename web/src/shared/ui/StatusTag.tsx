import { Tag } from "antd";
import { useTranslation } from "react-i18next";

const COLOURS: Record<string, string> = {
  drafting: "blue",
  in_progress: "blue",
  open: "blue",
  awaiting_approval: "gold",
  returned: "volcano",
  reopened: "volcano",
  clarification_open: "gold",
  approved: "cyan",
  sent: "green",
  appraised: "green",
  agreed: "green",
  published: "green",
  not_sent: "red",
};

/** A status by its word; the colour only helps. `of`: which list of the glossary §9. */
export function StatusTag({ of, status }: { of: "sheet" | "appraisal" | "result" | "period"; status: string }) {
  const { t } = useTranslation();
  return <Tag color={COLOURS[status] ?? "default"}>{t(`${of}_status.${status}`)}</Tag>;
}
