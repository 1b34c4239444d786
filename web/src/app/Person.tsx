import { UserOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { changeLanguage } from "@/shared/i18n";
import { signIn, signOut, type Session } from "@/shared/session/useSession";
import { useTell } from "@/shared/ui/useTell";
import { chooseAppearance, useAppearance } from "./theme";

/** Who is signed in, by which account, and what concerns the person alone: account, language, appearance, signing out. */
export function Person({ session }: { session: Session | null }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const tell = useTell();
  const appearance = useAppearance();
  const account = session?.accounts.find((one) => one.account_id === session.account_id);
  const acts: Record<string, () => void> = {
    choose: () => void navigate("/account"),
    language: () => void changeLanguage(i18n.language === "en" ? "vi" : "en"),
    appearance: () => chooseAppearance(appearance === "dark" ? "light" : "dark"),
    sign_out: () => void signOut().catch(tell),
  };
  const own = [
    { key: "language", label: <span lang={t("person.language_of")}>{t("person.language")}</span> },
    { key: "appearance", label: t(appearance === "dark" ? "person.light" : "person.dark") },
  ];
  const items =
    session === null
      ? own
      : [{ key: "choose", label: t("person.choose") }, ...own, { key: "sign_out", label: t("person.sign_out") }];
  return (
    <div className="shell-person">
      {session === null && (
        <Button type="primary" onClick={() => signIn()}>
          {t("person.sign_in")}
        </Button>
      )}
      <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => acts[key]?.() }}>
        <Button
          type="text"
          icon={<UserOutlined />}
          aria-label={session ? t("person.menu", { name: session.holder }) : t("menu.open")}
        >
          {session !== null && (
            <span className="shell-holder">
              {session.holder}
              {account !== undefined && ` · ${t(`account_kind.${account.kind}`)}`}
            </span>
          )}
        </Button>
      </Dropdown>
    </div>
  );
}
