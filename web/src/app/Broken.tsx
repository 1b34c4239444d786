import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useRouteError } from "react-router";
import { ProblemError } from "@/shared/api/problem";
import { Notice } from "@/shared/ui/Notice";
import { Trouble } from "@/shared/ui/Trouble";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Notice title={t("trouble.not_found")} action={<Link to="/">{t("menu.overview")}</Link>}>
      {t("trouble.not_found_detail")}
    </Notice>
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
