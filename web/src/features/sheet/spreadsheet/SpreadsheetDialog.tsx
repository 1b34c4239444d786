import { DownloadOutlined, InboxOutlined } from "@ant-design/icons";
import { Alert, Button, Flex, Modal, Upload } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "@/shared/api/download";
import { Faults } from "@/shared/importing/Faults";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { useTell } from "@/shared/ui/useTell";
import { useImport } from "./useImport";

/** Take the table out, fill it in elsewhere, bring it back: first tried, then taken whole or only its right lines. */
export default function SpreadsheetDialog(props: {
  sheetId: string;
  mayWrite: boolean;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation("sheet");
  const { sheetId, mayWrite, open, onClose } = props;
  const tell = useTell();
  const [file, setFile] = useState<File>();
  const { mutate, data, variables, error, isPending, reset } = useImport(sheetId);
  const isTaken = data !== undefined && variables?.dryRun === false && data.saved > 0;
  const tried = isTaken ? undefined : data;
  const faults = data?.faults ?? [];
  const close = () => {
    setFile(undefined);
    reset();
    onClose();
  };
  const choose = (chosen: File) => {
    setFile(chosen);
    mutate({ file: chosen, dryRun: true, onlyRightLines: false });
    return false;
  };
  const take = () => file && mutate({ file, dryRun: false, onlyRightLines: faults.length > 0 });
  return (
    <Modal
      open={open}
      title={t("spreadsheet.title")}
      onCancel={close}
      width={720}
      destroyOnHidden
      footer={
        <>
          <Button onClick={close}>{t(isTaken ? "spreadsheet.close" : "spreadsheet.cancel")}</Button>
          {tried !== undefined && tried.changed > 0 && (
            <Button type="primary" loading={isPending} onClick={take}>
              {t(faults.length > 0 ? "spreadsheet.take_right" : "spreadsheet.take", { count: tried.changed })}
            </Button>
          )}
        </>
      }
    >
      <Flex vertical gap={12}>
        {!isTaken && (
          <>
            <span>{t("spreadsheet.lead")}</span>
            <Button
              icon={<DownloadOutlined aria-hidden />}
              style={{ alignSelf: "start" }}
              onClick={() => void download(`/api/assessment/sheets/${sheetId}/declared-values.xlsx`).catch(tell)}
            >
              {t("spreadsheet.export")}
            </Button>
            {mayWrite && (
              <Upload.Dragger accept=".xlsx,.csv" showUploadList={false} beforeUpload={choose} disabled={isPending}>
                <InboxOutlined aria-hidden style={{ fontSize: 28 }} />
                <p>{file ? t("spreadsheet.another", { name: file.name }) : t("spreadsheet.drop")}</p>
              </Upload.Dragger>
            )}
          </>
        )}
        {isPending && data === undefined && <Loading rows={2} />}
        {error !== null && <Trouble fault={error} />}
        {tried !== undefined && (
          <Alert
            role="status"
            showIcon
            type={faults.length > 0 ? "error" : tried.changed > 0 ? "success" : "info"}
            title={
              faults.length > 0
                ? t("spreadsheet.faulty", { count: faults.length })
                : tried.changed > 0
                  ? t("spreadsheet.good", { count: tried.changed })
                  : t("spreadsheet.nothing")
            }
            description={
              faults.length > 0 &&
              t(tried.changed > 0 ? "spreadsheet.faulty_detail" : "spreadsheet.faulty_all", { count: tried.changed })
            }
          />
        )}
        {isTaken && (
          <Alert role="status" showIcon type="success" title={t("spreadsheet.taken", { count: data.saved })} />
        )}
        {faults.length > 0 && <Faults faults={faults} />}
      </Flex>
    </Modal>
  );
}
