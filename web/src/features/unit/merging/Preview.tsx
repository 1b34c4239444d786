import { Alert, Button, Flex, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";
import { date } from "@/shared/format/dates";
import { Trouble } from "@/shared/ui/Trouble";
import { AccountsFollowing } from "./AccountsFollowing";
import type { AccountAct, MergerIn, MergerPreview } from "./useMergers";

/** What the service says a merger will do; each account's way can be chosen here before anything is kept. */
export function Preview({
  wanted,
  preview,
  busy,
  fault,
  onChoose,
  onBack,
  onMerge,
}: {
  wanted: MergerIn;
  preview: MergerPreview;
  busy: boolean;
  fault: unknown;
  onChoose: (accountId: string, act: AccountAct) => void;
  onBack: () => void;
  onMerge: () => void;
}) {
  const { t } = useTranslation("unit");
  const { successor, is_new, units, sub_units, accounts, accounts_at_once, warnings } = preview;
  const day = date(wanted.merged_on);
  return (
    <section aria-labelledby="merger-preview" className="merger-preview">
      <h2 id="merger-preview">{t("merge.preview_title")}</h2>
      <ul>
        <li>{t(is_new ? "merge.made" : "merge.stays", { ...successor, day })}</li>
        {units.map((unit) => (
          <li key={unit.code}>{t("merge.ends", { name: unit.name, code: unit.code, day: date(unit.last_day) })}</li>
        ))}
        {wanted.sub_units_follow && sub_units.length > 0 && (
          <li>{t("merge.subs", { names: sub_units.map((unit) => unit.name).join(", ") })}</li>
        )}
        <li>{t(accounts_at_once ? "merge.at_once" : "merge.on_day", { day })}</li>
      </ul>
      {warnings.map((warning) => (
        <Alert key={warning} type="warning" showIcon title={warning} />
      ))}
      <AccountsFollowing accounts={accounts} onChoose={onChoose} />
      {fault !== null && <Trouble fault={fault} />}
      <Flex gap={8} wrap>
        <Button onClick={onBack}>{t("merge.change")}</Button>
        <Popconfirm
          title={t("merge.sure")}
          description={<div className="merger-sure">{t("merge.sure_told")}</div>}
          okText={t("merge.confirm")}
          cancelText={t("common:action.cancel")}
          onConfirm={onMerge}
        >
          <Button type="primary" danger loading={busy}>
            {t("merge.confirm")}
          </Button>
        </Popconfirm>
      </Flex>
    </section>
  );
}
