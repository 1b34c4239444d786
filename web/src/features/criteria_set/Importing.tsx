import { Alert, Button, Table, Upload } from "antd";
import { useTranslation } from "react-i18next";
import { Trouble } from "@/shared/ui/Trouble";
import type { Editor } from "./editor/useEditor";
import { useJudge } from "./requests/useJudge";
import { useReadWorkbook } from "./requests/useReadWorkbook";
import type { Document } from "./tree/document";

/** A YAML or XLSX file that becomes the tree; what is wrong in a workbook is told by its cells. */
export function Importing({ editor }: { editor: Editor }) {
  const { t } = useTranslation("criteria_set");
  const workbook = useReadWorkbook(editor.formsId);
  const judge = useJudge();
  const read = async (file: File) => {
    workbook.reset();
    judge.reset();
    if (file.name.toLowerCase().endsWith(".xlsx")) {
      workbook.mutate(file, { onSuccess: (told) => told.document && editor.replace(told.document as Document) });
      return;
    }
    const text = await file.text();
    const media_type = file.name.toLowerCase().endsWith(".json") ? "json" : "yaml";
    judge.mutate(
      { document: text, media_type, survey_forms_id: editor.formsId },
      {
        onSuccess: (told) =>
          told.document && editor.replace(told.document as Document, media_type === "yaml" ? text : null),
      },
    );
  };
  const cells = workbook.data?.cell_faults ?? [];
  const unread = judge.data?.document === null ? judge.data.faults : [];
  return (
    <>
      <Upload
        accept=".yaml,.yml,.json,.xlsx"
        showUploadList={false}
        beforeUpload={(file) => {
          void read(file);
          return false;
        }}
      >
        <Button loading={workbook.isPending || judge.isPending}>{t("import.choose")}</Button>
      </Upload>
      {(workbook.isError || judge.isError) && <Trouble fault={workbook.error ?? judge.error} />}
      {unread.map((one) => (
        <Alert
          key={one.message}
          type="error"
          showIcon
          role="alert"
          style={{ flexBasis: "100%" }}
          title={t("import.unread")}
          description={`${one.line ? `${t("common:findings.line", { line: one.line, column: one.column })} ` : ""}${one.message}`}
        />
      ))}
      {workbook.data && cells.length === 0 && (
        <Alert type="success" showIcon role="status" style={{ flexBasis: "100%" }} title={t("import.good")} />
      )}
      {cells.length > 0 && (
        <Table
          rowKey={(one) => one.cell + one.place + one.message}
          size="small"
          style={{ flexBasis: "100%" }}
          title={() => t("import.faults", { count: cells.length })}
          dataSource={[...cells]}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          scroll={{ x: 480 }}
          columns={[
            { title: t("import.cell"), dataIndex: "cell", width: 190 },
            { title: t("import.fault"), dataIndex: "message" },
          ]}
        />
      )}
    </>
  );
}
