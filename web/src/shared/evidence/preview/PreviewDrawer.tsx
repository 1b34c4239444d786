import { DownloadOutlined, LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Drawer, Space } from "antd";
import { useTranslation } from "react-i18next";
import { assessmentLink, type EvidenceFile, type GetLink } from "../file";
import { Preview } from "./Preview";
import { useDownload } from "./useDownload";

/** One of some files beside the page, with a way to the next. `beside`: the page stays usable while it is open. */
export function PreviewDrawer(props: {
  files: readonly EvidenceFile[];
  /** The id of the file that is shown; `null`: closed. */
  open: string | null;
  onOpen: (id: string | null) => void;
  getLink?: GetLink;
  beside?: boolean;
}) {
  const { t } = useTranslation("evidence");
  const { files, open, onOpen, getLink = assessmentLink, beside = false } = props;
  const download = useDownload(getLink);
  const place = files.findIndex((file) => file.id === open);
  const file = files[place];
  const step = (by: number) => onOpen(files[place + by]?.id ?? open);
  return (
    <Drawer
      open={file !== undefined}
      onClose={() => onOpen(null)}
      size={beside ? "min(45vw, 100%)" : "min(960px, 100%)"}
      mask={!beside}
      title={file?.name}
      aria-label={file && t("content_of", { name: file.name })}
      closable={{ "aria-label": t("close") }}
      classNames={{ body: "evidence-drawer" }}
      destroyOnHidden
      extra={
        file && (
          <Space>
            {files.length > 1 && (
              <>
                <Button
                  icon={<LeftOutlined aria-hidden />}
                  aria-label={t("previous")}
                  disabled={place === 0}
                  onClick={() => step(-1)}
                />
                <span className="evidence-place">{t("place", { place: place + 1, of: files.length })}</span>
                <Button
                  icon={<RightOutlined aria-hidden />}
                  aria-label={t("next")}
                  disabled={place === files.length - 1}
                  onClick={() => step(1)}
                />
              </>
            )}
            <Button
              icon={<DownloadOutlined aria-hidden />}
              aria-label={t("download", { name: file.name })}
              onClick={() => void download(file)}
            />
          </Space>
        )
      }
    >
      {file && <Preview file={file} getLink={getLink} />}
    </Drawer>
  );
}
