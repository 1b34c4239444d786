import { Button } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { changeLanguage } from "@/shared/i18n";
import { signIn, signOut, type Session } from "@/shared/session/useSession";
import { Trouble } from "@/shared/ui/Trouble";
import { chooseAppearance, useAppearance } from "./theme";

/** Who is signed in, by which account, and what concerns the person alone: account, language, appearance, signing out. */
export function Person({ session }: { session: Session | null }) {
  const { t, i18n } = useTranslation();
  const appearance = useAppearance();
  const panel = useId();
  const [fault, setFault] = useState<unknown>(null);
  const account = session?.accounts.find((one) => one.account_id === session.account_id);
  const who = [session?.holder, account && t(`account_kind.${account.kind}`)].filter(Boolean).join(" · ");
  return (
    <div className="shell-person">
      {session === null && (
        <Button type="primary" onClick={() => signIn()}>
          {t("person.sign_in")}
        </Button>
      )}
      <button
        type="button"
        className="shell-plain"
        popoverTarget={panel}
        aria-label={session ? t("person.menu", { name: who }) : t("person.settings")}
      >
        <span aria-hidden>{session === null ? "⚙" : "▾"}</span>
        {session !== null && <span className="shell-holder">{who}</span>}
      </button>
      {/* The browser's own popover: closed by Escape and by a click elsewhere. */}
      <div id={panel} popover="auto" className="shell-panel">
        {session !== null && (
          <Link to="/account" className="shell-plain" onClick={() => document.getElementById(panel)?.hidePopover()}>
            {t("person.choose")}
          </Link>
        )}
        <button
          type="button"
          className="shell-plain"
          lang={t("person.language_of")}
          onClick={() => void changeLanguage(i18n.language === "en" ? "vi" : "en")}
        >
          {t("person.language")}
        </button>
        <button
          type="button"
          className="shell-plain"
          onClick={() => chooseAppearance(appearance === "dark" ? "light" : "dark")}
        >
          {t(appearance === "dark" ? "person.light" : "person.dark")}
        </button>
        {session !== null && (
          <button type="button" className="shell-plain" onClick={() => void signOut().catch(setFault)}>
            {t("person.sign_out")}
          </button>
        )}
        {fault !== null && <Trouble fault={fault} />}
      </div>
    </div>
  );
}
