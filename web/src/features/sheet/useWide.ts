import { useSyncExternalStore } from "react";

const query = window.matchMedia("(min-width: 992px)");

/** Whether tree and item have room side by side. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (tell) => {
      query.addEventListener("change", tell);
      return () => query.removeEventListener("change", tell);
    },
    () => query.matches,
  );
}
