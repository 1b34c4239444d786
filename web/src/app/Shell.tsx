import { MenuOutlined } from "@ant-design/icons";
import { Alert, Button, Drawer, Layout, Menu } from "antd";
import { Suspense, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet, ScrollRestoration, useLocation } from "react-router";
import { useSession } from "@/shared/session/useSession";
import { Loading } from "@/shared/ui/Loading";
import { menuOf, type Entry } from "./menu";
import { Person } from "./Person";
import "./shell.css";

/** Header, menu and the page below them. */
export function Shell() {
  const { t } = useTranslation();
  const { session } = useSession();
  const [open, setOpen] = useState(false);
  const online = useOnline();
  const account = session?.accounts.find((one) => one.account_id === session.account_id);
  const menu = <MainMenu entries={menuOf(account)} onPick={() => setOpen(false)} />;
  return (
    <Layout className="shell">
      <a className="skip" href="#main">
        {t("app.skip")}
      </a>
      <Layout.Header className="shell-header">
        <Button
          className="shell-burger"
          type="text"
          icon={<MenuOutlined />}
          aria-label={t("menu.open")}
          aria-expanded={open}
          onClick={() => setOpen(true)}
        />
        <Link to="/" className="shell-name">
          <img src="/emblem.svg" alt="" width={28} height={28} />
          <span>{t("app.name")}</span>
        </Link>
        <Person session={session} />
      </Layout.Header>
      <Layout hasSider>
        <nav className="shell-side" aria-label={t("menu.label")}>
          {menu}
        </nav>
        <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={288} title={t("menu.label")}>
          <nav aria-label={t("menu.label")}>{menu}</nav>
        </Drawer>
        <main id="main" className="shell-main" tabIndex={-1}>
          {!online && <Alert type="warning" banner role="status" title={t("trouble.offline")} />}
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
      </Layout>
      <ScrollRestoration />
    </Layout>
  );
}

function MainMenu({ entries, onPick }: { entries: Entry[]; onPick: () => void }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const flat = entries.flatMap((entry) => entry.children ?? [entry]);
  const here = flat
    .filter((entry) => (entry.to === "/" ? pathname === "/" : pathname.startsWith(entry.to)))
    .sort((one, other) => other.to.length - one.to.length)[0];
  const shown = (entry: Entry): { key: string; label: React.ReactNode } => ({
    key: entry.key,
    label: <Link to={entry.to}>{t(`menu.${entry.key}`)}</Link>,
  });
  return (
    <Menu
      mode="inline"
      selectedKeys={here ? [here.key] : []}
      onClick={onPick}
      items={entries.map((entry) =>
        entry.children
          ? {
              type: "group" as const,
              key: entry.key,
              label: t(`menu.${entry.key}`),
              children: entry.children.map(shown),
            }
          : shown(entry),
      )}
    />
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
