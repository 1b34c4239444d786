import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { dateTime } from "@/shared/format/dates";
import { useNotifications, useReadNotification } from "./useNotifications";

/** What the account was told and has not read yet, above everything else. */
export function Notifications() {
  const { t } = useTranslation("overview");
  const { data } = useNotifications();
  const read = useReadNotification();
  if (data === undefined || data.unread === 0) return null;
  return (
    <section aria-label={t("notifications.title")} className="overview-told">
      {data.items.map((one) => (
        <Alert
          key={one.id}
          type="warning"
          showIcon
          title={one.text}
          description={t("notifications.from", { name: one.sent_by_name ?? "", at: dateTime(one.sent_at) })}
          action={
            <>
              <Link to={one.path} onClick={() => read.mutate(one.id)}>
                {t("notifications.open")}
              </Link>{" "}
              <Button size="small" onClick={() => read.mutate(one.id)}>
                {t("notifications.read")}
              </Button>
            </>
          }
        />
      ))}
    </section>
  );
}
