import { Alert, Tabs } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Loading } from "@/shared/ui/Loading";
import { Unreadable } from "./Unreadable";
import type { TableOfSheet } from "./xlsxWorker";

/** The sheets of a workbook as plain tables: values as they were last computed, no formulas. */
export default function XlsxPreview({ blob, name }: { blob: Blob; name: string }) {
  const { t } = useTranslation("evidence");
  const [sheets, setSheets] = useState<TableOfSheet[] | null | undefined>(undefined);
  useEffect(() => {
    const worker = new Worker(new URL("./xlsxWorker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<TableOfSheet[] | null>) => setSheets(data);
    worker.onerror = () => setSheets(null);
    worker.postMessage(blob);
    return () => worker.terminate();
  }, [blob]);
  if (sheets === null) return <Unreadable />;
  if (sheets === undefined) return <Loading />;
  return (
    <Tabs
      aria-label={t("content_of", { name })}
      items={sheets.map((sheet, place) => ({ key: String(place), label: sheet.name, children: <Table of={sheet} /> }))}
    />
  );
}

function Table({ of }: { of: TableOfSheet }) {
  const { t } = useTranslation("evidence");
  const width = Math.max(0, ...of.rows.map((row) => row.length));
  if (width === 0) return <p className="evidence-none">{t("sheet_empty")}</p>;
  return (
    <>
      {of.isCut && <Alert type="info" showIcon title={t("sheet_cut")} />}
      {/* A region that scrolls is reached by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="evidence-table" tabIndex={0} role="region" aria-label={of.name}>
        <table>
          <thead>
            <tr>
              <td />
              {Array.from({ length: width }, (_, column) => (
                <th key={column} scope="col">
                  {letters(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {of.rows.map((row, place) => (
              <tr key={place}>
                <th scope="row">{place + 1}</th>
                {Array.from({ length: width }, (_, column) => (
                  <td key={column}>{row[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** 0 → A, 26 → AA. */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}
