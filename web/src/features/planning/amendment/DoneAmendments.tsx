import { Collapse, Descriptions } from "antd";
import { useTranslation } from "react-i18next";
import { date, dateTime } from "@/shared/format/dates";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { ChangedItems } from "./ChangedItems";
import { useAmendments, type Amendment } from "./useAmendments";

/** The decisions that were applied, each with what it changed. */
export function DoneAmendments({ periodId }: { periodId: string }) {
  const { t } = useTranslation("planning");
  const { data, error, refetch } = useAmendments(periodId);
  if (error) return <Trouble fault={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={2} />;
  if (data.items.length === 0) return null;
  return (
    <section aria-labelledby="amendments-done">
      <h3 id="amendments-done">{t("amendment.done")}</h3>
      <Collapse
        size="small"
        items={data.items.map((one) => ({
          key: one.id,
          label: t("amendment.done_line", {
            number: one.decision.number,
            date: date(one.decision.issued_on),
            code: one.set_code,
            from: one.from_version,
            to: one.to_version,
          }),
          children: <Done one={one} />,
        }))}
      />
    </section>
  );
}

function Done({ one }: { one: Amendment }) {
  const { t } = useTranslation("planning");
  return (
    <>
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          { key: "at", label: t("history.when"), children: dateTime(one.amended_at) },
          { key: "by", label: t("history.who"), children: one.amended_by_name },
          { key: "reason", label: t("amendment.reason"), children: one.reason },
          {
            key: "deadline",
            label: t("amendment.deadline"),
            children: one.deadline ? dateTime(one.deadline) : t("amendment.no_deadline"),
          },
          {
            key: "sheets",
            label: t("amendment.sheets"),
            children: t("amendment.done_sheets", { sheets: one.sheets, changed: one.changed, returned: one.returned }),
          },
        ]}
      />
      <ChangedItems items={one.items} />
    </>
  );
}
