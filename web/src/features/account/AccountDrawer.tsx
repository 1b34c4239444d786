import { Alert, Button, Descriptions, Drawer, Space } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { dateTime } from "@/shared/format/dates";
import { AccountState, RoleTags } from "./AccountTags";
import { AskDrawer } from "./AskDrawer";
import { ChangeForm } from "./ChangeForm";
import { History } from "./History";
import { ReasonDialog } from "./ReasonDialog";
import type { Account } from "./useAccounts";
import type { ReasonAct } from "./useReasonAct";

type Act = Account["allowed_actions"][number];
const WITH_REASON: Act[] = ["lock", "unlock", "lift_appraisal_lock", "reset_password", "end"];

/** One account: what it is, what may be done to it, and what was done. */
export function AccountDrawer({ account, place, onClose }: { account: Account; place: string; onClose: () => void }) {
  const { t } = useTranslation("account");
  const [act, setAct] = useState<Act>();
  const may = (wanted: Act) => account.allowed_actions.includes(wanted);
  const done = () => setAct(undefined);
  return (
    <Drawer open title={`${account.holder_name} (${account.username})`} size="large" onClose={onClose} destroyOnHidden>
      <Space orientation="vertical" size="middle" style={{ inlineSize: "100%" }}>
        {account.status === "locked" && (
          <Alert
            type="error"
            showIcon
            title={t("status.locked_why", { since: dateTime(account.locked_at), reason: account.locked_reason })}
            description={t("status.locked_by")}
          />
        )}
        {account.appraisal_lock !== null && (
          <Alert
            type="warning"
            showIcon
            title={t(`appraisal_lock.${account.appraisal_lock}`)}
            description={t("appraisal_lock.by")}
          />
        )}
        <Descriptions
          size="small"
          bordered
          column={1}
          items={[
            { key: "kind", label: t("field.kind"), children: t(`kind.${account.kind}`) },
            { key: "place", label: t("field.place"), children: place },
            { key: "roles", label: t("field.roles"), children: <RoleTags account={account} /> },
            { key: "status", label: t("field.status"), children: <AccountState account={account} /> },
          ]}
        />
        <Space wrap>
          {WITH_REASON.filter(may).map((one) => (
            <Button key={one} danger={one === "lock" || one === "end"} onClick={() => setAct(one)}>
              {t(`act.${one}.name`)}
            </Button>
          ))}
          {(may("lend_approval") || may("end_lending")) && account.unit_code !== null && (
            <Link className="account-lending" to={`/lending?unit=${encodeURIComponent(account.unit_code)}`}>
              {t("lending")}
            </Link>
          )}
          {may("ask_password") && <Button onClick={() => setAct("ask_password")}>{t("ask.password_name")}</Button>}
        </Space>
        {may("change") && <ChangeForm key={account.version} account={account} />}
        {may("history") && <History accountId={account.id} />}
      </Space>
      {act !== undefined && WITH_REASON.includes(act) && (
        <ReasonDialog account={account} act={act as ReasonAct} onClose={done} />
      )}
      {act === "ask_password" && <AskDrawer of={account} onClose={done} />}
    </Drawer>
  );
}
