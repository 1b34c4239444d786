import { Button, Card, Empty, Form, Select, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { serverNow } from "@/shared/api/serverClock";
import { ProblemError } from "@/shared/api/problem";
import { dateTime } from "@/shared/format/dates";
import { holds } from "@/shared/format/search";
import { useAccount } from "@/shared/session/useSession";
import { InstantPicker } from "@/shared/ui/InstantPicker";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";
import { useLend, useUnitAccounts, type UnitAccount } from "./useLending";
import "./report.css";

/** The head lends the approval of reports to a deputy, with dates; who may approve is seen by all of the unit's heads. */
export default function LendingPage() {
  const { t } = useTranslation("approval");
  const account = useAccount();
  const accounts = useUnitAccounts(account.unit_code);
  if (accounts.isError) return <Trouble fault={accounts.error} onRetry={() => void accounts.refetch()} />;
  return (
    <Page title={t("lend.title")} lead={t("lend.lead")}>
      {accounts.data === undefined ? (
        <Loading />
      ) : (
        <div className="lending">
          <Approvers accounts={accounts.data} />
          {account.roles.includes("unit_approver") && (
            <Lend own={account.account_id} deputies={accounts.data.filter((one) => one.id !== account.account_id)} />
          )}
        </div>
      )}
    </Page>
  );
}

function Approvers({ accounts }: { accounts: UnitAccount[] }) {
  const { t } = useTranslation("approval");
  const [now] = useState(serverNow);
  const held = accounts.flatMap((account) =>
    account.roles.filter((role) => role.role === "unit_approver").map((role) => ({ account, role })),
  );
  return (
    <Card size="small" title={t("lend.approvers")}>
      <ul className="report-touch">
        {held.map(({ account, role }) => (
          <li key={`${account.id} ${role.valid_from}`} className="lending-one">
            <strong>{account.holder_name}</strong> ({account.username})
            <div className="report-label">
              {role.valid_from === null && role.valid_to === null
                ? t("lend.always")
                : t("lend.dates", { from: dateTime(role.valid_from), to: dateTime(role.valid_to) })}{" "}
              {role.valid_to !== null && Date.parse(role.valid_to) < now && <Tag>{t("lend.over")}</Tag>}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Lend({ own, deputies }: { own: string; deputies: UnitAccount[] }) {
  const { t } = useTranslation("approval");
  const lend = useLend(own);
  const [to, setTo] = useState<string>();
  const [from, setFrom] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const fault = (pointer: string) => (lend.error instanceof ProblemError ? lend.error.faultAt(pointer) : undefined);
  if (deputies.length === 0) return <Empty description={t("lend.nobody")} />;
  const ready = to !== undefined && from !== null && until !== null;
  const give = () => {
    if (!ready) return;
    const body = { to_account_id: to, valid_from: from, valid_to: until };
    lend.mutate(body, { onSuccess: () => setTo(undefined) });
  };
  return (
    <Card size="small" title={t("lend.new")}>
      {lend.isError && <Trouble fault={lend.error} />}
      {lend.isSuccess && <p role="status">{t("lend.done", { name: lend.data.holder_name })}</p>}
      <Form layout="vertical">
        <Form.Item label={t("lend.to")} htmlFor="lend-to" required>
          <Select
            id="lend-to"
            size="large"
            value={to}
            onChange={setTo}
            options={deputies.map((one) => ({ value: one.id, label: `${one.holder_name} (${one.username})` }))}
            showSearch={{ filterOption: (typed, option) => holds(option?.label ?? "", typed) }}
          />
        </Form.Item>
        <Form.Item label={t("lend.from")} htmlFor="lend-from" required help={fault("/valid_from")}>
          <InstantPicker id="lend-from" value={from} onChange={setFrom} usualTime="00:00" />
        </Form.Item>
        <Form.Item label={t("lend.until")} htmlFor="lend-until" required help={fault("/valid_to")}>
          <InstantPicker id="lend-until" value={until} onChange={setUntil} />
        </Form.Item>
        <Button type="primary" size="large" loading={lend.isPending} disabled={!ready} onClick={give}>
          {t("lend.act")}
        </Button>
      </Form>
    </Card>
  );
}
