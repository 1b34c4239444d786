import { useCallback } from "react";
import { useTell } from "@/shared/ui/useTell";
import type { EvidenceFile, GetLink } from "../file";

/** Save a file under its own name. The link's answer is an attachment, so the page stays where it is. */
export function useDownload(getLink: GetLink): (file: EvidenceFile) => Promise<void> {
  const tell = useTell();
  return useCallback(
    async (file) => {
      try {
        window.location.assign(await getLink(file));
      } catch (fault) {
        tell(fault);
      }
    },
    [getLink, tell],
  );
}
