import { Alert } from "antd";
import { useTranslation } from "react-i18next";

/** A file that was taken but that the browser cannot show. */
export function Unreadable() {
  const { t } = useTranslation("evidence");
  return <Alert type="info" showIcon title={t("unreadable")} description={t("unreadable_detail")} />;
}
