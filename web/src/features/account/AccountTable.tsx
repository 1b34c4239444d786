import { Button, Empty, Table } from "antd";
import { useTranslation } from "react-i18next";
import { AccountState, RoleTags } from "./AccountTags";
import type { Account } from "./useAccounts";

export function AccountTable({
  accounts,
  placeOf,
  onOpen,
}: {
  accounts: Account[];
  placeOf: (account: Account) => string;
  onOpen: (account: Account) => void;
}) {
  const { t } = useTranslation("account");
  return (
    <Table<Account>
      rowKey="id"
      size="small"
      tableLayout="fixed"
      className="account-table"
      dataSource={accounts}
      pagination={false}
      scroll={{ x: 1000 }}
      locale={{ emptyText: <Empty description={t("none")} /> }}
      columns={[
        {
          title: t("field.holder_name"),
          width: 230,
          render: (_, account) => (
            <>
              <Button type="link" size="small" className="account-name" onClick={() => onOpen(account)}>
                {account.holder_name}
              </Button>
              <div className="account-username">{account.username}</div>
            </>
          ),
        },
        { title: t("field.kind"), width: 160, render: (_, { kind }) => t(`kind.${kind}`) },
        { title: t("field.place"), render: (_, account) => placeOf(account) },
        { title: t("field.roles"), width: 200, render: (_, account) => <RoleTags account={account} /> },
        { title: t("field.status"), width: 160, render: (_, account) => <AccountState account={account} /> },
      ]}
    />
  );
}
