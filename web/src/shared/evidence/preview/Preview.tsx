import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { kindOf, type EvidenceFile, type GetLink } from "../file";
import { MediaPreview } from "./MediaPreview";
import { useFileBytes } from "./useFileBytes";
import "../evidence.css";

const DocxPreview = lazy(() => import("./DocxPreview"));
const XlsxPreview = lazy(() => import("./XlsxPreview"));

/** What a file shows, without leaving the page. Nothing of a file is ever run: it is shown as one of the known kinds or not at all. */
export function Preview({ file, getLink }: { file: EvidenceFile; getLink: GetLink }) {
  const { t } = useTranslation("evidence");
  if (kindOf(file) === "other") return <p className="evidence-none">{t("no_preview")}</p>;
  return <Bytes key={file.id} file={file} getLink={getLink} />;
}

function Bytes({ file, getLink }: { file: EvidenceFile; getLink: GetLink }) {
  const { data, error, refetch } = useFileBytes(file, getLink);
  if (error) return <Trouble fault={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const kind = kindOf(file);
  return (
    <Suspense fallback={<Loading />}>
      {kind === "docx" ? (
        <DocxPreview blob={data} name={file.name} />
      ) : kind === "xlsx" ? (
        <XlsxPreview blob={data} name={file.name} />
      ) : (
        <MediaPreview kind={kind} blob={data} name={file.name} />
      )}
    </Suspense>
  );
}
