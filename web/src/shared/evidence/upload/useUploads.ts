import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useSyncExternalStore } from "react";
import { filesKey } from "../useFiles";
import type { EvidenceFile } from "../file";
import { uploads, type Upload } from "./uploads";
import { worldOf } from "./world";

/** Files on their way to one place. `onAccepted` is called for each that was taken, also after one has left the place. */
export function useUploads(periodId: string, place: string, onAccepted: (file: EvidenceFile) => void) {
  const client = useQueryClient();
  useEffect(() => {
    uploads.deliverTo(place, (file) => {
      void client.invalidateQueries({ queryKey: filesKey(periodId) });
      onAccepted(file);
    });
  }, [client, periodId, place, onAccepted]);
  const under = useSyncExternalStore<readonly Upload[]>(
    uploads.subscribe,
    useCallback(() => uploads.of(place), [place]),
  );
  const add = useCallback(
    (files: readonly { file: File; name: string }[]) => uploads.add(place, worldOf(periodId), files),
    [place, periodId],
  );
  return { under, add };
}
