import {
  AudioOutlined,
  FileExcelOutlined,
  FileImageOutlined,
  FileOutlined,
  FilePdfOutlined,
  FileWordOutlined,
  VideoCameraOutlined,
} from "@ant-design/icons";
import { kindOf, type EvidenceFile, type FileKind } from "./file";

const ICONS: Record<FileKind, typeof FileOutlined> = {
  pdf: FilePdfOutlined,
  docx: FileWordOutlined,
  xlsx: FileExcelOutlined,
  image: FileImageOutlined,
  audio: AudioOutlined,
  video: VideoCameraOutlined,
  other: FileOutlined,
};

/** What kind of file it is; the name beside it says the same. */
export function FileIcon({ file }: { file: Pick<EvidenceFile, "media_type"> }) {
  const Icon = ICONS[kindOf(file)];
  return <Icon aria-hidden className="evidence-icon" />;
}
