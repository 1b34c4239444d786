import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { identity, ok } from "@/shared/api/clients";

export type Notification = components["schemas"]["NotificationOut"];

const KEY = ["notifications"] as const;

export function useNotifications() {
  return useQuery({
    queryKey: KEY,
    refetchInterval: 60_000,
    queryFn: () =>
      ok(identity.GET("/api/identity/notifications", { params: { query: { limit: 20, only_unread: true } } })),
  });
}

export function useReadNotification() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (notificationId: string) =>
      ok(
        identity.POST("/api/identity/notifications/{notification_id}/read", {
          params: { path: { notification_id: notificationId } },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export interface Reminder {
  units?: string[];
  appraisers?: string[];
  text: string;
  path: string;
}

/** One click, one reminder: the key makes a repeated request the same one. */
export function useRemind() {
  return useMutation({
    mutationFn: ({ key, units = [], appraisers = [], text, path }: Reminder & { key: string }) =>
      ok(
        identity.POST("/api/identity/reminders", {
          body: { units, appraisers, text, path },
          params: { header: { "Idempotency-Key": key } },
        }),
      ),
  });
}
