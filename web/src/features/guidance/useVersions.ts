import { useQuery } from "@tanstack/react-query";
import { identity, ok } from "@/shared/api/clients";
import { guidanceKeys } from "@/shared/guidance/useGuidance";
import { keyOf, type Place } from "./place";

/** The newest versions of the words for a place. */
export function useVersions(place: Place) {
  return useQuery({
    queryKey: [...guidanceKeys.all, "versions", keyOf(place)],
    queryFn: () => {
      const query = { limit: 50 };
      if (place.kind === "page")
        return ok(
          identity.GET("/api/identity/guidance/pages/{page}/history", {
            params: { path: { page: place.page }, query },
          }),
        );
      const { set_code, item } = place;
      return ok(
        identity.GET("/api/identity/guidance/leaves/{set_code}/{item}/history", {
          params: { path: { set_code, item }, query },
        }),
      );
    },
  });
}
