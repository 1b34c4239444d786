import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { identity, ok } from "@/shared/api/clients";
import { Trouble } from "@/shared/ui/Trouble";

/** What waits for an administrator: requests of the units, and the ways to the work. */
export function AdministrationOverview() {
  const { t } = useTranslation("overview");
  const { data, error, refetch } = useQuery({
    queryKey: ["overview", "account-requests"],
    queryFn: () => ok(identity.GET("/api/identity/account-requests/options")),
  });
  return (
    <>
      {error !== null && <Trouble fault={error} onRetry={() => void refetch()} />}
      <ul className="overview-ways">
        <li>
          <Link to="/administration/accounts">{t("administration.requests", { count: data?.open ?? 0 })}</Link>
        </li>
        <li>
          <Link to="/administration/units">{t("administration.units")}</Link>
        </li>
        <li>
          <Link to="/administration/log">{t("administration.log")}</Link>
        </li>
      </ul>
    </>
  );
}
