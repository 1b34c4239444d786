import { useMutation, useQueryClient } from "@tanstack/react-query";
import { identity, ifMatch, ok } from "@/shared/api/clients";
import { useOnce } from "@/shared/api/useOnce";
import { guidanceKeys, type Guidance } from "@/shared/guidance/useGuidance";
import type { Place } from "./place";

/** Keep a new version of the words for a place, over the version that was read. */
export function useSaveGuidance(place: Place) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: useOnce(({ text, version }: { text: string; version: number }): Promise<Guidance> => {
      const header = { "If-Match": ifMatch(version) };
      if (place.kind === "page")
        return ok(
          identity.PUT("/api/identity/guidance/pages/{page}", {
            params: { path: { page: place.page }, header },
            body: { text },
          }),
        );
      const { set_code, item } = place;
      return ok(
        identity.PUT("/api/identity/guidance/leaves/{set_code}/{item}", {
          params: { path: { set_code, item }, header },
          body: { text },
        }),
      );
    }),
    onSuccess: () => client.invalidateQueries({ queryKey: guidanceKeys.all }),
  });
}
