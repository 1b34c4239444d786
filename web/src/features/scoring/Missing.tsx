import { useQuery } from "@tanstack/react-query";
import { Collapse } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { appraisal as service, all, ok } from "@/shared/api/clients";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { appraisalKeys, type Appraisal } from "./keys";

const SHOWN = 60;

/** What has no score yet, leaf by leaf, each a link to where it is scored. */
export function Missing({ appraisal, at }: { appraisal: Appraisal; at: string }) {
  const { t } = useTranslation("scoring");
  const [open, setOpen] = useState(false);
  const count = appraisal.assigned - appraisal.scored;
  const missing = useQuery({
    queryKey: [...appraisalKeys.one(appraisal.id), "missing"],
    enabled: open,
    staleTime: 0,
    queryFn: () =>
      all((after) =>
        ok(
          service.GET("/api/appraisal/appraisals/{appraisal_id}/missing", {
            params: { path: { appraisal_id: appraisal.id }, query: { limit: 500, after } },
          }),
        ),
      ),
  });
  if (count === 0) return null;
  const by = new Map<string, { set_code: string; item: string; units: number }>();
  for (const one of missing.data ?? []) {
    const key = `${one.set_code}/${one.item}`;
    const before = by.get(key) ?? { set_code: one.set_code, item: one.item, units: 0 };
    by.set(key, { ...before, units: before.units + 1 });
  }
  const leaves = [...by.values()];
  return (
    <Collapse
      size="small"
      ghost
      onChange={(keys) => setOpen(keys.length > 0)}
      items={[
        {
          key: "missing",
          label: t("missing", { count }),
          children: (
            <>
              {missing.isError && <Trouble fault={missing.error} onRetry={() => void missing.refetch()} />}
              {missing.isPending && <Loading rows={2} />}
              <ul className="missing-list">
                {leaves.slice(0, SHOWN).map((leaf) => (
                  <li key={`${leaf.set_code}/${leaf.item}`}>
                    <Link
                      to={`${at}/items/${encodeURIComponent(leaf.item)}?set=${encodeURIComponent(leaf.set_code)}&only=unscored`}
                    >
                      {t("missing_leaf", { item: leaf.item, count: leaf.units })}
                    </Link>
                  </li>
                ))}
              </ul>
              {leaves.length > SHOWN && <Link to={`${at}/items?only=unscored`}>{t("missing_all")}</Link>}
            </>
          ),
        },
      ]}
    />
  );
}
