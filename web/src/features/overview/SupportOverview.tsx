import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { identity, ok } from "@/shared/api/clients";
import { Trouble } from "@/shared/ui/Trouble";

const MOST = 100;

/** What waits for the support: incidents that were passed on and have no answer yet. */
export function SupportOverview() {
  const { t } = useTranslation("overview");
  const { data, error, refetch } = useQuery({
    queryKey: ["overview", "incidents"],
    queryFn: () => ok(identity.GET("/api/identity/incidents", { params: { query: { answered: false, limit: MOST } } })),
  });
  const count = data === undefined ? "–" : `${data.items.length}${data.next ? "+" : ""}`;
  return (
    <>
      {error !== null && <Trouble fault={error} onRetry={() => void refetch()} />}
      <ul className="overview-ways">
        <li>
          <Link to="/incidents">{t("support.waiting", { count })}</Link>
        </li>
      </ul>
    </>
  );
}
