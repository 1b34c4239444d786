import { DownloadOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTell } from "@/shared/ui/useTell";
import { useExport } from "./acts";
import { loadReportFile, type FileFormat } from "./useReportFile";

const FORMATS: FileFormat[] = ["pdf", "docx", "xlsx"];

/** Kết xuất báo cáo: noted in the sheet's history, then taken as a file. */
export function ReportFiles({ sheetId }: { sheetId: string }) {
  const { t } = useTranslation("approval");
  const tell = useTell();
  const note = useExport(sheetId);
  const [busy, setBusy] = useState(false);
  const take = async (format: FileFormat) => {
    setBusy(true);
    try {
      await note.mutateAsync(undefined);
      save(await loadReportFile(sheetId, format));
    } catch (fault) {
      tell(fault);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: FORMATS.map((format) => ({ key: format, label: t(`file.${format}`) })),
        onClick: ({ key }) => void take(key as FileFormat),
      }}
    >
      <Button size="large" icon={<DownloadOutlined aria-hidden />} loading={busy}>
        {t("export")}
      </Button>
    </Dropdown>
  );
}

function save({ content, name }: { content: Blob; name: string }): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
