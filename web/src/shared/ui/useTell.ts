import { App } from "antd";
import { useCallback } from "react";
import { useTold } from "./Trouble";

/** Tell of an act that was refused, where it has no place of its own on the page. */
export function useTell(): (fault: unknown) => void {
  const { notification } = App.useApp();
  const tell = useTold();
  return useCallback(
    (fault) => {
      const { title, detail, faults } = tell(fault);
      notification.error({ title, description: [detail, ...faults].filter(Boolean).join(" "), duration: 0 });
    },
    [notification, tell],
  );
}
