import { Button, Result } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useRouteError } from "react-router";
import { ProblemError } from "@/shared/api/problem";
import { Trouble } from "@/shared/ui/Trouble";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Result
      status="404"
      title={t("trouble.not_found")}
      subTitle={t("trouble.not_found_detail")}
      extra={<Link to="/">{t("menu.overview")}</Link>}
    />
  );
}

/** A page that could not be shown; the menu stays, so that one gets away from it. */
export function Broken() {
  const { t } = useTranslation();
  const fault = useRouteError();
  if (fault instanceof ProblemError && fault.status === 404) return <NotFound />;
  return (
    <div style={{ padding: 16 }}>
      <Trouble fault={fault} />
      <Button style={{ marginBlockStart: 12 }} onClick={() => window.location.reload()}>
        {t("trouble.reload")}
      </Button>
    </div>
  );
}
