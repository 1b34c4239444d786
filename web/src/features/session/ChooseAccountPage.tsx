import { Alert, Button, Card, Empty, Flex, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { SignInFirst } from "@/shared/session/SignInFirst";
import { signIn, useChooseAccount, useSession, type Account } from "@/shared/session/useSession";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";

export default function ChooseAccountPage() {
  const { t } = useTranslation();
  const { session, over } = useSession();
  const choose = useChooseAccount();
  const navigate = useNavigate();
  if (session === null) return <SignInFirst why={over} onSignIn={() => signIn("/account")} />;
  return (
    <Page title={t("choose_account.title")} lead={t("choose_account.lead")}>
      {choose.isError && <Trouble fault={choose.error} />}
      {session.accounts.length === 0 && (
        <Empty description={t("choose_account.none")}>{t("choose_account.none_detail")}</Empty>
      )}
      <Flex wrap gap={12}>
        {session.accounts.map((account) => (
          <AccountCard
            key={account.account_id}
            account={account}
            chosen={account.account_id === session.account_id}
            busy={choose.isPending && choose.variables === account.account_id}
            onChoose={() => choose.mutate(account.account_id, { onSuccess: () => void navigate("/") })}
          />
        ))}
      </Flex>
    </Page>
  );
}

function AccountCard(props: { account: Account; chosen: boolean; busy: boolean; onChoose: () => void }) {
  const { account, chosen, busy, onChoose } = props;
  const { t } = useTranslation();
  return (
    <Card title={t(`account_kind.${account.kind}`)} style={{ inlineSize: 340, maxInlineSize: "100%" }}>
      <Flex vertical gap={8}>
        <div>{account.holder_name}</div>
        {account.unit_code !== null && <div>{t("choose_account.unit", { unit: account.unit_code })}</div>}
        {account.appraiser_code !== null && (
          <div>{t("choose_account.appraiser", { appraiser: account.appraiser_code })}</div>
        )}
        <div>
          {account.roles.map((role) => (
            <Tag key={role}>{t(`role.${role}`)}</Tag>
          ))}
        </div>
        {account.why_not !== null && <Alert type="warning" title={account.why_not} />}
        <Button type={chosen ? "default" : "primary"} disabled={!account.may_act} loading={busy} onClick={onChoose}>
          {account.may_act ? t("choose_account.use") : t("choose_account.locked")}
        </Button>
      </Flex>
    </Card>
  );
}
