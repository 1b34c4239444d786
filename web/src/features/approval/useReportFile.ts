import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { assessment } from "@/shared/api/clients";
import { asProblem, ProblemError } from "@/shared/api/problem";

export type FileFormat = "pdf" | "docx" | "xlsx";

export interface ReportFile {
  content: Blob;
  name: string;
  fingerprint: string | null;
}

/** The printed report and the fingerprint of what was printed. */
export async function loadReportFile(sheetId: string, format: FileFormat): Promise<ReportFile> {
  const { data, error, response } = await assessment.GET("/api/assessment/sheets/{sheet_id}/report.{file_format}", {
    params: { path: { sheet_id: sheetId, file_format: format } },
    parseAs: "blob",
  });
  if (!response.ok || data === undefined) throw new ProblemError(asProblem(error, response.status));
  const told = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "");
  return {
    content: data as Blob,
    name: told?.[1] ?? `report.${format}`,
    fingerprint: response.headers.get("X-Report-Fingerprint"),
  };
}

/** The PDF of a report as an address of this page; `fingerprint` and `label` say which print is wanted. */
export function useReportPdf(sheetId: string, fingerprint: string, label: string, wanted: boolean) {
  const file = useQuery({
    // Not below the sheet's own key: what was printed of one fingerprint stays what it is.
    queryKey: ["sheet-pdf", sheetId, fingerprint, label],
    queryFn: () => loadReportFile(sheetId, "pdf"),
    enabled: wanted,
    staleTime: Infinity,
  });
  const content = file.data?.content;
  const url = useMemo(() => (content === undefined ? null : URL.createObjectURL(content)), [content]);
  useEffect(() => () => (url === null ? undefined : URL.revokeObjectURL(url)), [url]);
  return { ...file, url, printed: file.data?.fingerprint ?? null };
}
