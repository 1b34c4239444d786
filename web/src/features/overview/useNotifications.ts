import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { identity, ok } from "@/shared/api/clients";
import { useCreation } from "@/shared/api/useCreation";

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

export function useRemind() {
  const create = useCreation();
  return useMutation({
    mutationFn: ({ units = [], appraisers = [], text, path }: Reminder) => {
      const body = { units, appraisers, text, path };
      return create(body, (key) =>
        ok(identity.POST("/api/identity/reminders", { body, params: { header: { "Idempotency-Key": key } } })),
      );
    },
  });
}
