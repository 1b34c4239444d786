import { useTranslation } from "react-i18next";
import type { ExtensionRequest } from "@/shared/extension";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { useRefuse } from "./useDecide";

/** Refuse what a unit asked for; it reads the reason. */
export function RefuseDialog(props: { periodId: string; request: ExtensionRequest; onClose: () => void }) {
  const { periodId, request, onClose } = props;
  const { t } = useTranslation("extension");
  const refuse = useRefuse(periodId);
  return (
    <ReasonDialog
      title={t("decide.refuse_title", { unit: request.unit_name })}
      told={<blockquote className="extension-text">{request.reason}</blockquote>}
      act={t("decide.refuse")}
      label={t("decide.refused_reason")}
      doing={refuse}
      give={(reason, options) => refuse.mutate({ requestId: request.id, reason }, options)}
      onClose={onClose}
    />
  );
}
