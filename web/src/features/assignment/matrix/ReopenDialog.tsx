import { App } from "antd";
import { useTranslation } from "react-i18next";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { useReopen } from "./useReopen";

/** Asks for the reason, then reopens what an agency sent. */
export function ReopenDialog(props: { appraisalId: string; agency: string; onDone: () => void }) {
  const { appraisalId, agency, onDone } = props;
  const { t } = useTranslation("assignment");
  const { message } = App.useApp();
  const reopen = useReopen();
  const done = () => void message.success(t("matrix.reopened", { agency }));
  return (
    <ReasonDialog
      title={t("matrix.reopen_ask", { agency })}
      told={<p>{t("matrix.reopen_detail")}</p>}
      act={t("matrix.reopen")}
      doing={reopen}
      give={(reason, { onSuccess }) =>
        reopen.mutate(
          { appraisalId, reason },
          {
            onSuccess: () => {
              done();
              onSuccess();
            },
          },
        )
      }
      onClose={onDone}
    />
  );
}
