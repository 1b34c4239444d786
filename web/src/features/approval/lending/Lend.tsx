import { Button, Card, Empty, Form, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "@/shared/api/problem";
import { holds } from "@/shared/format/search";
import { InstantPicker } from "@/shared/ui/InstantPicker";
import { Trouble } from "@/shared/ui/Trouble";
import { useLend, type UnitAccount } from "./useLending";

const called = (one: UnitAccount) => ({ value: one.id, label: `${one.holder_name} (${one.username})` });

/** Lend the approval for a time. `holders` are those whose approval one may lend: a head the own, an administrator each. */
export function Lend({ holders, accounts }: { holders: UnitAccount[]; accounts: UnitAccount[] }) {
  const { t } = useTranslation("approval");
  const lend = useLend();
  const [lender, setLender] = useState(holders[0]?.id);
  const [to, setTo] = useState<string>();
  const [from, setFrom] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const deputies = accounts.filter((one) => one.id !== lender);
  const fault = (pointer: string) => (lend.error instanceof ProblemError ? lend.error.faultAt(pointer) : undefined);
  if (deputies.length === 0) return <Empty description={t("lend.nobody")} />;
  const ready = lender !== undefined && to !== undefined && from !== null && until !== null;
  const give = () => {
    if (!ready) return;
    const body = { to_account_id: to, valid_from: from, valid_to: until };
    lend.mutate({ from: lender, body }, { onSuccess: () => setTo(undefined) });
  };
  return (
    <Card size="small" title={t("lend.new")}>
      {lend.isError && <Trouble fault={lend.error} />}
      {lend.isSuccess && <p role="status">{t("lend.done", { name: lend.data.holder_name })}</p>}
      <Form layout="vertical">
        {holders.length > 1 && (
          <Form.Item label={t("lend.lender")} htmlFor="lend-lender" required>
            <Select id="lend-lender" size="large" value={lender} onChange={setLender} options={holders.map(called)} />
          </Form.Item>
        )}
        <Form.Item label={t("lend.to")} htmlFor="lend-to" required>
          <Select
            id="lend-to"
            size="large"
            value={to}
            onChange={setTo}
            options={deputies.map(called)}
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
