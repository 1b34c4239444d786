import { assessment, ok } from "@/shared/api/clients";

/** A file as a list and its preview need it, wherever it was read. */
export interface EvidenceFile {
  id: string;
  name: string;
  media_type: string;
  size_bytes?: number | null;
  sha256?: string | null;
}

/** A signed link to the file's bytes, good for minutes; who may read it says the service that gives it. */
export type GetLink = (file: EvidenceFile) => Promise<string>;

/** Link to a file that the unit itself uploaded, or that a manager may read. */
export const assessmentLink: GetLink = async (file) => {
  const path = { evidence_id: file.id };
  return (await ok(assessment.GET("/api/assessment/evidence/{evidence_id}/link", { params: { path } }))).url;
};

export type FileKind = "pdf" | "docx" | "xlsx" | "image" | "audio" | "video" | "other";

const OFFICE = "application/vnd.openxmlformats-officedocument.";
/** Only these are ever shown, each as this very type: what a file says of itself beyond that is not believed. */
const KINDS: Record<string, FileKind> = {
  "application/pdf": "pdf",
  [`${OFFICE}wordprocessingml.document`]: "docx",
  [`${OFFICE}spreadsheetml.sheet`]: "xlsx",
  "image/png": "image",
  "image/jpeg": "image",
  "audio/mpeg": "audio",
  "video/mp4": "video",
};

export function kindOf(file: Pick<EvidenceFile, "media_type">): FileKind {
  return KINDS[file.media_type] ?? "other";
}
