import { CloseOutlined, ReloadOutlined } from "@ant-design/icons";
import { Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import { ProblemError } from "@/shared/api/problem";
import { fileSize } from "@/shared/format/numbers";
import { useTold } from "@/shared/ui/Trouble";
import { FileUnreadable, LinkRefused } from "./bring";
import { uploads, type Upload } from "./uploads";

/** A file on its way: how far it is, or why it was not taken and what to do. */
export function UploadRow({ upload }: { upload: Upload }) {
  const { t } = useTranslation("evidence");
  const why = useWhy();
  const { name, size, sent, state } = upload;
  const ended = state === "refused" || state === "failed";
  const percent = size === 0 ? 0 : Math.min(100, Math.round((100 * sent) / size));
  return (
    <li className="upload-row">
      <span className="upload-name">{name}</span>
      <span className="evidence-size">{fileSize(size)}</span>
      {state === "failed" && mayHelp(upload.fault) && (
        <Button
          size="small"
          icon={<ReloadOutlined aria-hidden />}
          aria-label={t("upload.again", { name })}
          onClick={() => uploads.again(upload)}
        >
          {t("upload.again_short")}
        </Button>
      )}
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined aria-hidden />}
        aria-label={t(ended ? "upload.dismiss" : "upload.cancel", { name })}
        onClick={() => uploads.drop(upload)}
      />
      <div className={`upload-state ${ended ? "upload-ended" : ""}`} role={ended ? "alert" : undefined}>
        {state === "sending" && <Progress percent={percent} size="small" aria-label={t("upload.progress", { name })} />}
        {state === "refused" && upload.refusal}
        {state === "failed" && why(upload.fault)}
        {state !== "sending" && !ended && t(`upload.state.${state}`)}
      </div>
    </li>
  );
}

/** The same file under the same name is refused again. */
function mayHelp(fault: unknown): boolean {
  return !(fault instanceof ProblemError && fault.status === 422);
}

function useWhy(): (fault: unknown) => string {
  const { t } = useTranslation("evidence");
  const told = useTold();
  return (fault) => {
    if (fault instanceof FileUnreadable) return t("upload.unreadable");
    if (fault instanceof LinkRefused) return t("upload.changed");
    const { title, detail, faults } = told(fault);
    return [title, detail, ...faults].filter(Boolean).join(". ").replaceAll("..", ".");
  };
}
