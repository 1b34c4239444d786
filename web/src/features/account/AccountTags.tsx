import { LockOutlined } from "@ant-design/icons";
import { Space, Tag, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { date, dateTime } from "@/shared/format/dates";
import type { Account } from "./useAccounts";

/** Whether an account can be used, and where not: which lock, since when, and who lifts it. */
export function AccountState({ account }: { account: Account }) {
  const { t } = useTranslation("account");
  return (
    <Space size={4} wrap>
      {account.status === "active" && <Tag color="green">{t("status.active")}</Tag>}
      {account.status === "ended" && <Tag>{t("status.ended")}</Tag>}
      {account.status === "locked" && (
        <Tooltip title={t("status.locked_why", { since: dateTime(account.locked_at), reason: account.locked_reason })}>
          <Tag color="red" icon={<LockOutlined aria-hidden />}>
            {t("status.locked")}
          </Tag>
        </Tooltip>
      )}
      {account.appraisal_lock !== null && (
        <Tooltip title={t(`appraisal_lock.${account.appraisal_lock}`)}>
          <Tag color="gold" icon={<LockOutlined aria-hidden />}>
            {t("appraisal_lock.title")}
          </Tag>
        </Tooltip>
      )}
      {account.sub === null && account.status !== "ended" && <Tag color="blue">{t("status.being_made")}</Tag>}
    </Space>
  );
}

export function RoleTags({ account }: { account: Account }) {
  const { t } = useTranslation("account");
  return (
    <Space size={4} wrap>
      {account.roles.map((role) => (
        <Tag key={`${role.role}:${role.valid_from}`}>
          {t(`common:role.${role.role}`)}
          {(role.valid_from ?? role.valid_to) !== null && ` ${date(role.valid_from)} → ${date(role.valid_to)}`}
        </Tag>
      ))}
    </Space>
  );
}
