import { useQuery } from "@tanstack/react-query";
import { NetworkLost } from "@/shared/api/problem";
import type { EvidenceFile, GetLink } from "../file";

/** The file's bytes as a blob of the type its service named, by a link that was signed for this one reading. */
export function useFileBytes(file: EvidenceFile, getLink: GetLink) {
  return useQuery({
    queryKey: ["evidence-bytes", file.id, file.sha256 ?? ""],
    queryFn: async ({ signal }) => new Blob([await read(await getLink(file), signal)], { type: file.media_type }),
    staleTime: Infinity,
    gcTime: 60_000,
    retry: 2,
  });
}

async function read(url: string, signal: AbortSignal): Promise<ArrayBuffer> {
  let answer: Response;
  try {
    answer = await fetch(url, { signal, credentials: "omit", referrerPolicy: "no-referrer" });
  } catch (fault) {
    if (signal.aborted) throw fault;
    throw new NetworkLost(String(fault));
  }
  if (!answer.ok) throw new Error(`the object store answered ${answer.status}`);
  return answer.arrayBuffer();
}
