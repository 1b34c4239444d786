import { DownloadOutlined, InboxOutlined } from "@ant-design/icons";
import { Alert, Button, Drawer, Space, Upload } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/shared/api/useCreation";
import { saveAs } from "@/shared/api/download";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { base64Of } from "./base64";
import { Faults, type CellFault } from "./Faults";

export interface Imported {
  rows: number;
  saved: number;
  faults: CellFault[];
}

/**
 * A file is chosen, tried, its faults shown by cell, and only a file without fault can be taken. `run` asks the service; `done` shows
 * what was taken.
 */
export function ImportDrawer<Result extends Imported>({
  title,
  lead,
  template,
  open,
  onClose,
  run,
  done,
}: {
  title: string;
  lead: ReactNode;
  template: { name: string; lines: string[][] };
  open: boolean;
  onClose: () => void;
  run: (content: string, dryRun: boolean, key: string) => Promise<Result>;
  done?: (result: Result) => ReactNode;
}) {
  const { t } = useTranslation();
  const [file, setFile] = useState<{ name: string; content: string; key: string }>();
  const [state, setState] = useState<{ tried?: Result; taken?: Result; fault?: unknown; busy?: boolean }>({});
  const ask = async (content: string, dryRun: boolean, key: string) => {
    setState((before) => ({ ...before, busy: true, fault: undefined }));
    try {
      const result = await run(content, dryRun, key);
      const taken = !dryRun && result.saved > 0;
      setState(taken ? { taken: result } : { tried: result });
    } catch (fault) {
      setState({ fault });
    }
  };
  const choose = async (chosen: Blob & { name: string }) => {
    const content = await base64Of(chosen);
    const key = newKey();
    setFile({ name: chosen.name, content, key });
    await ask(content, true, key);
  };
  const close = () => {
    setFile(undefined);
    setState({});
    onClose();
  };
  const { tried, taken } = state;
  return (
    <Drawer
      title={title}
      open={open}
      onClose={close}
      size="large"
      destroyOnHidden
      maskClosable={taken === undefined}
      footer={
        taken ? (
          <Button type="primary" onClick={close}>
            {t("action.close")}
          </Button>
        ) : (
          tried !== undefined &&
          file !== undefined && (
            <Button
              type="primary"
              loading={state.busy ?? false}
              disabled={tried.faults.length > 0}
              onClick={() => void ask(file.content, false, file.key)}
            >
              {t("import.take", { count: tried.rows })}
            </Button>
          )
        )
      }
    >
      <Space orientation="vertical" size="middle" style={{ inlineSize: "100%" }}>
        {taken === undefined && (
          <>
            <div>{lead}</div>
            <Button
              icon={<DownloadOutlined aria-hidden />}
              onClick={() => saveAs(csvOf(template.lines), template.name)}
            >
              {t("import.template")}
            </Button>
            <Upload.Dragger
              accept=".xlsx,.csv"
              showUploadList={false}
              beforeUpload={(chosen) => {
                void choose(chosen);
                return false;
              }}
            >
              <InboxOutlined aria-hidden style={{ fontSize: 28 }} />
              <p>{file ? t("import.another", { name: file.name }) : t("import.drop")}</p>
            </Upload.Dragger>
          </>
        )}
        {state.busy === true && tried === undefined && <Loading rows={3} />}
        {state.fault !== undefined && <Trouble fault={state.fault} />}
        {tried !== undefined && (
          <Alert
            role="status"
            showIcon
            type={tried.faults.length > 0 ? "error" : "success"}
            title={
              tried.faults.length > 0
                ? t("import.faulty", { count: tried.faults.length, rows: tried.rows })
                : t("import.good", { count: tried.rows })
            }
            description={tried.faults.length > 0 ? t("import.faulty_detail") : t("import.good_detail")}
          />
        )}
        {tried !== undefined && tried.faults.length > 0 && <Faults faults={tried.faults} />}
        {taken !== undefined && (
          <>
            <Alert role="status" showIcon type="success" title={t("import.taken", { count: taken.saved })} />
            {taken.faults.length > 0 && <Faults faults={taken.faults} />}
            {done?.(taken)}
          </>
        )}
      </Space>
    </Drawer>
  );
}

/** With a byte order mark, so that Excel reads Vietnamese. */
function csvOf(lines: string[][]): Blob {
  const cell = (words: string) => (/[",\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words);
  const text = lines.map((line) => line.map(cell).join(",")).join("\r\n");
  return new Blob([`\ufeff${text}\r\n`], { type: "text/csv;charset=utf-8" });
}
