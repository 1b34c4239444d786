import { DownloadOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "@/shared/api/download";
import { useTell } from "@/shared/ui/useTell";

const FILES = ["sheets/file.xlsx", "sheets/file.csv", "declared-values/file.xlsx", "declared-values/file.csv"];

/** The progress of the units, and what the sent sheets declare, as files. */
export function PeriodExports({ periodId }: { periodId: string }) {
  const { t } = useTranslation("planning");
  const tell = useTell();
  const [busy, setBusy] = useState(false);
  const take = async (file: string) => {
    setBusy(true);
    await download(`/api/assessment/periods/${periodId}/${file}`).catch(tell);
    setBusy(false);
  };
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: FILES.map((file) => ({
          key: file,
          label: t(`exports.${file.replace("/file.", "_").replace("-", "_")}`),
        })),
        onClick: ({ key }) => void take(key),
      }}
    >
      <Button icon={<DownloadOutlined aria-hidden />} loading={busy}>
        {t("exports.act")}
      </Button>
    </Dropdown>
  );
}
