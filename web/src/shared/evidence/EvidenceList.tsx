import { DeleteOutlined, DownloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fileSize } from "@/shared/format/numbers";
import { assessmentLink, type EvidenceFile, type GetLink } from "./file";
import { FileIcon } from "./FileIcon";
import { PreviewDrawer } from "./preview/PreviewDrawer";
import { useDownload } from "./preview/useDownload";
import "./evidence.css";

/** Files by name, each opened in a drawer beside the page. With `onRemove` each can be taken off; the file itself stays. */
export function EvidenceList(props: {
  files: readonly EvidenceFile[];
  getLink?: GetLink;
  onRemove?: ((file: EvidenceFile) => void) | undefined;
  /** Shown instead of the preview's drawer where the page has a place of its own for it. */
  onOpen?: (file: EvidenceFile) => void;
}) {
  const { t } = useTranslation("evidence");
  const { files, getLink = assessmentLink, onRemove, onOpen } = props;
  const [open, setOpen] = useState<string | null>(null);
  const download = useDownload(getLink);
  if (files.length === 0) return <p className="evidence-none">{t("none")}</p>;
  return (
    <>
      <ul className="evidence-list">
        {files.map((file) => (
          <li key={file.id}>
            <FileIcon file={file} />
            <button
              type="button"
              className="evidence-name"
              onClick={() => (onOpen ? onOpen(file) : setOpen(file.id))}
              aria-label={t("preview", { name: file.name })}
            >
              {file.name}
            </button>
            {file.size_bytes != null && <span className="evidence-size">{fileSize(file.size_bytes)}</span>}
            <Button
              type="text"
              size="small"
              icon={<DownloadOutlined aria-hidden />}
              aria-label={t("download", { name: file.name })}
              onClick={() => void download(file)}
            />
            {onRemove && (
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t("remove", { name: file.name })}
                onClick={() => onRemove(file)}
              />
            )}
          </li>
        ))}
      </ul>
      <PreviewDrawer files={files} open={open} onOpen={setOpen} getLink={getLink} />
    </>
  );
}
