import { Alert, Card, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Trouble } from "@/shared/ui/Trouble";
import { useMissing } from "./useMissing";

/** What is missing before approval, each thing one touch away. */
export function Missing({ sheetId, base }: { sheetId: string; base: string }) {
  const { t } = useTranslation("approval");
  const { data, error, refetch } = useMissing(sheetId);
  if (error !== null) return <Trouble fault={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton active paragraph={{ rows: 2 }} />;
  if (data.length === 0) return <Alert type="success" showIcon title={t("complete")} />;
  return (
    <Card size="small" title={t("missing", { count: data.length })}>
      <ul className="report-touch">
        {data.map(({ item, kind, detail }) => (
          <li key={`${item} ${kind}`}>
            <Link to={`${base}/items/${encodeURIComponent(item)}`}>{detail}</Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
