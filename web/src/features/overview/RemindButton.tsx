import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { useTell } from "@/shared/ui/useTell";
import { useRemind, type Reminder } from "./useNotifications";

/** One click reminds; a double click reminds once. */
export function RemindButton({ label, disabled, ...reminder }: Reminder & { label: string; disabled?: boolean }) {
  const { t } = useTranslation("overview");
  const { message } = App.useApp();
  const tell = useTell();
  const remind = useRemind();
  const send = () =>
    remind.mutate(reminder, {
      onSuccess: ({ reminded, without_account }) => {
        void message.success(t("remind.done", { count: reminded }));
        if (without_account.length > 0) void message.warning(t("remind.nobody", { codes: without_account.join(", ") }));
      },
      onError: tell,
    });
  return (
    <Button size="small" onClick={send} loading={remind.isPending} disabled={disabled}>
      {label}
    </Button>
  );
}
