import { Empty, Select, Table } from "antd";
import { useTranslation } from "react-i18next";
import type { AccountAct, MergerPreview } from "./useMergers";

type Following = MergerPreview["accounts"][number];
const ACTS: AccountAct[] = ["move", "keep", "end"];

/** Each account of the units that end, and what becomes of it. */
export function AccountsFollowing({
  accounts,
  onChoose,
}: {
  accounts: Following[];
  onChoose: (accountId: string, act: AccountAct) => void;
}) {
  const { t } = useTranslation("unit");
  return (
    <>
      <h3>{t("merge.accounts")}</h3>
      <p>{t("merge.accounts_lead")}</p>
      <Table<Following>
        rowKey="id"
        size="small"
        dataSource={accounts}
        pagination={{ defaultPageSize: 50, hideOnSinglePage: true }}
        scroll={{ x: 820 }}
        locale={{ emptyText: <Empty description={t("merge.no_accounts")} /> }}
        columns={[
          {
            title: t("merge.column.holder"),
            render: (_, one) => (
              <>
                {one.holder_name}
                <div className="unit-code">{one.username}</div>
              </>
            ),
          },
          { title: t("merge.column.unit"), width: 200, render: (_, one) => one.unit_name },
          {
            title: t("merge.column.kind"),
            width: 240,
            render: (_, one) => (
              <>
                {t(`common:account_kind.${one.kind}`)}
                {one.roles.map((role) => (
                  <div key={role} className="unit-code">
                    {t(`common:role.${role}`)}
                  </div>
                ))}
              </>
            ),
          },
          {
            title: t("merge.column.act"),
            width: 260,
            render: (_, one) => (
              <>
                <Select<AccountAct>
                  className="merger-act"
                  aria-label={t("merge.act_of", { name: one.holder_name })}
                  value={one.act}
                  onChange={(act) => onChoose(one.id, act)}
                  options={ACTS.filter((act) => act !== "move" || one.status === "active").map((value) => ({
                    value,
                    label: t(`merge.act.${value}`),
                  }))}
                />
                {one.act === "move" && !one.moves && <div className="unit-code">{t("merge.has_already")}</div>}
              </>
            ),
          },
        ]}
      />
    </>
  );
}
