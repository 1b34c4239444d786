import { serverNow } from "@/shared/api/serverClock";
import { wallTime } from "@/shared/format/vietnamTime";

/** What a camera or the clipboard calls every picture: such a name would tell nobody which is which. */
const NAMELESS = /^(image|blob|photo|ảnh|unnamed)(\s*\(\d+\))?\.(png|jpe?g)$/i;

/** The name to upload a file under: its own, or for a nameless picture what it is and when it was taken. */
export function nameOf(file: File, word: string, place: number): string {
  const name = file.name.normalize("NFC");
  if (!NAMELESS.test(name)) return name;
  const at = wallTime(new Date(serverNow()).toISOString()).replace("T", " ").replaceAll(":", "-");
  return `${word} ${at}${place > 0 ? ` (${place + 1})` : ""}${name.slice(name.lastIndexOf(".")).toLowerCase()}`;
}

/** Files of a paste or drop. None where text came with them: Word and Excel put a picture of it beside the text. */
export function filesOf(data: DataTransfer | null): File[] {
  if (data === null || [...data.types].some((type) => type.startsWith("text/"))) return [];
  return [...data.files];
}
