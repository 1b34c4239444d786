import { Button, Card, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { useEndLending, type UnitAccount } from "./useLending";

interface Held {
  account: UnitAccount;
  from: string | null;
  to: string | null;
  over: boolean;
}

/** Who may approve, since when and until when; what was lent can be taken back before its time. */
export function Approvers({ accounts }: { accounts: UnitAccount[] }) {
  const { t } = useTranslation("approval");
  const [ending, setEnding] = useState<Held>();
  const held = accounts.flatMap((account) =>
    account.roles
      .filter((role) => role.role === "unit_approver")
      .map((role): Held => ({ account, from: role.valid_from, to: role.valid_to, over: role.over })),
  );
  return (
    <Card size="small" title={t("lend.approvers")}>
      <ul className="report-touch">
        {held.map((one) => (
          <Approver key={`${one.account.id} ${one.from} ${one.to}`} held={one} onEnd={() => setEnding(one)} />
        ))}
      </ul>
      {ending && <EndLending held={ending} onClose={() => setEnding(undefined)} />}
    </Card>
  );
}

function Approver({ held, onEnd }: { held: Held; onEnd: () => void }) {
  const { t } = useTranslation("approval");
  const { account, from, to, over } = held;
  const mayEnd = !over && from !== null && to !== null && account.allowed_actions.includes("end_lending");
  return (
    <li className="lending-one">
      <strong>{account.holder_name}</strong> ({account.username})
      <div className="report-label">
        {from === null && to === null ? t("lend.always") : t("lend.dates", { from: dateTime(from), to: dateTime(to) })}{" "}
        {over && <Tag>{t("lend.over")}</Tag>}
      </div>
      {mayEnd && (
        <Button aria-label={t("lend.end_of", { name: account.holder_name })} onClick={onEnd}>
          {t("lend.end")}
        </Button>
      )}
    </li>
  );
}

function EndLending({ held, onClose }: { held: Held; onClose: () => void }) {
  const { t } = useTranslation("approval");
  const end = useEndLending();
  const { account, from, to } = held;
  return (
    <ReasonDialog
      title={t("lend.end_of", { name: account.holder_name })}
      told={<p>{t("lend.end_told", { to: dateTime(to) })}</p>}
      act={t("lend.end")}
      maxLength={2000}
      doing={end}
      give={(reason, options) =>
        end.mutate({ of: account.id, body: { valid_from: from ?? "", valid_to: to ?? "", reason } }, options)
      }
      onClose={onClose}
    />
  );
}
