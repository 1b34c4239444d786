import { Typography } from "antd";
import { useTranslation } from "react-i18next";

/** A fingerprint in groups of eight, to be compared with print; copied without the gaps. */
export function Fingerprint({ value }: { value: string }) {
  const { t } = useTranslation("approval");
  return (
    <div>
      <span className="report-label">{t("fingerprint")}</span>{" "}
      <Typography.Text
        code
        copyable={{ text: value, tooltips: [t("copy"), t("copied")] }}
        className="report-fingerprint"
      >
        {value.replace(/(.{8})(?=.)/g, "$1 ")}
      </Typography.Text>
    </div>
  );
}
