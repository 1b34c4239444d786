import { Alert } from "antd";
import { Suspense, useRef, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet, ScrollRestoration } from "react-router";
import { emblem, province } from "@/shared/province";
import { useSession } from "@/shared/session/useSession";
import { useOwnForms } from "@/shared/survey/useOwnForms";
import { Loading } from "@/shared/ui/Loading";
import { Guide } from "./Guide";
import { MainMenu } from "./MainMenu";
import { menuOf } from "./menu";
import { Person } from "./Person";
import "./shell.css";

/** Header, menu and the page below them. */
export function Shell() {
  const { t } = useTranslation();
  const { session } = useSession();
  const drawer = useRef<HTMLDialogElement>(null);
  const online = useOnline();
  const account = session?.accounts.find((one) => one.account_id === session.account_id);
  const asked = useOwnForms(account).data?.forms ?? [];
  const entries = menuOf(account, asked.length > 0);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t("app.skip")}
      </a>
      <header className="shell-header">
        <button
          type="button"
          className="shell-plain shell-burger"
          aria-haspopup="dialog"
          onClick={() => drawer.current?.showModal()}
        >
          <span aria-hidden>☰</span> <span className="shell-burger-word">{t("menu.short")}</span>
        </button>
        <Link to="/" className="shell-name">
          <img src={emblem} alt="" width={28} height={28} />
          <span>
            {t("app.name")}
            {province !== "" && <span className="shell-province">{province}</span>}
          </span>
        </Link>
        {account !== undefined && <Guide />}
        <Person session={session} />
      </header>
      {/* On paper the header goes; whose paper it is stays. */}
      <div className="shell-print-head" aria-hidden>
        <img src={emblem} alt="" width={28} height={28} />
        <span>
          {province !== "" && <strong>{province}</strong>}
          {t("app.full_name")}
        </span>
      </div>
      <div className="shell-body">
        <nav className="shell-side" aria-label={t("menu.label")}>
          <MainMenu entries={entries} />
        </nav>
        {/* The browser's own dialog: it keeps the focus, closes by Escape and gives the focus back. */}
        <dialog ref={drawer} className="shell-drawer" aria-label={t("menu.label")}>
          <button type="button" className="shell-plain" onClick={() => drawer.current?.close()}>
            <span aria-hidden>✕</span> {t("menu.close")}
          </button>
          <nav aria-label={t("menu.label")}>
            <MainMenu entries={entries} onPick={() => drawer.current?.close()} />
          </nav>
        </dialog>
        <main id="main" className="shell-main" tabIndex={-1}>
          {!online && <Alert type="warning" banner role="status" title={t("trouble.offline")} />}
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <ScrollRestoration />
    </div>
  );
}

function useOnline(): boolean {
  return useSyncExternalStore(
    (tell) => {
      window.addEventListener("online", tell);
      window.addEventListener("offline", tell);
      return () => {
        window.removeEventListener("online", tell);
        window.removeEventListener("offline", tell);
      };
    },
    () => navigator.onLine,
  );
}
