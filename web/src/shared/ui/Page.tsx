import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { titleOf } from "@/shared/province";
import "./page.css";

/** Heading, what can be done, and content of a page; the heading is the document's title too. */
export function Page({
  title,
  lead,
  actions,
  children,
}: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = titleOf(title, t("app.name"));
  }, [title, t]);
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <div className="page-lead">{lead}</div>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </>
  );
}
