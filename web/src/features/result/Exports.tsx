import { DownloadOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "@/shared/api/download";
import { useTell } from "@/shared/ui/useTell";
import type { Result } from "./keys";

const FORMATS = ["pdf", "docx", "xlsx", "csv", "json"];

/** The ranking of a group with the matrix and the levels, in every format that the service makes. */
export function Exports({ result, group }: { result: Result; group: string }) {
  const { t } = useTranslation("result");
  const tell = useTell();
  const [busy, setBusy] = useState(false);
  const base = `/api/ranking/periods/${result.period_id}/groups/${encodeURIComponent(group)}/ranking`;
  const take = async (path: string) => {
    setBusy(true);
    await download(path).catch(tell);
    setBusy(false);
  };
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: FORMATS.map((format) => ({ key: `${base}.${format}`, label: t(`export.${format}`) })),
        onClick: ({ key }) => void take(key),
      }}
    >
      <Button icon={<DownloadOutlined aria-hidden />} loading={busy}>
        {t("export.act")}
      </Button>
    </Dropdown>
  );
}
