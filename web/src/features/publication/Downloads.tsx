import { DownloadOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { download } from "@/shared/api/download";
import { useTell } from "@/shared/ui/useTell";
import type { Publication } from "./keys";

const FORMATS = ["xlsx", "csv", "json"];

/** The table as a file, as the service makes it. */
export function Downloads({ publication, group }: { publication: Publication; group: string }) {
  const { t } = useTranslation("publication");
  const tell = useTell();
  const base = `/api/ranking/published/${publication.period_id}/groups/${encodeURIComponent(group)}/ranking`;
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: FORMATS.map((format) => ({ key: format, label: t(`download.${format}`) })),
        onClick: ({ key }) => void download(`${base}.${key}?version=${publication.result_version}`).catch(tell),
      }}
    >
      <Button icon={<DownloadOutlined aria-hidden />}>{t("common:action.download")}</Button>
    </Dropdown>
  );
}
