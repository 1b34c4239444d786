import { PrinterOutlined } from "@ant-design/icons";
import { Alert, Button, Typography } from "antd";
import { useTranslation } from "react-i18next";
import "./passwordSlips.css";

export interface Slip {
  username: string;
  holder_name: string;
  place?: string | null | undefined;
  /** Null: the person had a password, or the identity provider has not made the person yet. */
  initial_password: string | null;
}

/** One-time passwords, shown once; printed one slip a person, to be cut and handed over. */
export function PasswordSlips({ slips }: { slips: Slip[] }) {
  const { t } = useTranslation("account");
  return (
    <section className="password-slips" aria-label={t("slip.title")}>
      <Alert type="warning" showIcon role="status" title={t("slip.once")} description={t("slip.once_detail")} />
      <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
        {t("slip.print")}
      </Button>
      <ul>
        {slips.map((slip) => (
          <li key={slip.username}>
            <strong>{slip.holder_name}</strong>
            {slip.place && <span>{slip.place}</span>}
            <dl>
              <dt>{t("field.username")}</dt>
              <dd>{slip.username}</dd>
              <dt>{t("slip.password")}</dt>
              <dd>
                {slip.initial_password === null ? (
                  t("slip.none")
                ) : (
                  <Typography.Text code copyable={{ text: slip.initial_password, tooltips: false }}>
                    {slip.initial_password}
                  </Typography.Text>
                )}
              </dd>
            </dl>
            <small>{t("slip.change")}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
