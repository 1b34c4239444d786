import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import type { Entry } from "./menu";

/** The pages of an account as a list of links, grouped where a group has a name. */
export function MainMenu({ entries, onPick }: { entries: Entry[]; onPick?: () => void }) {
  const { t } = useTranslation();
  return (
    <ul className="menu">
      {entries.map((entry) =>
        entry.children ? (
          <li key={entry.key}>
            <span className="menu-group">{t(`menu.${entry.key}`)}</span>
            <MainMenu entries={entry.children} {...(onPick ? { onPick } : {})} />
          </li>
        ) : (
          <li key={entry.key}>
            <NavLink to={entry.to} end={entry.to === "/"} {...(onPick ? { onClick: onPick } : {})}>
              {t(`menu.${entry.key}`)}
            </NavLink>
          </li>
        ),
      )}
    </ul>
  );
}
