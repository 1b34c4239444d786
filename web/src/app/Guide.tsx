import { lazy, Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { pageAt } from "@/shared/guidance/pages";
import { Loading } from "@/shared/ui/Loading";

const PageGuidance = lazy(async () => ({
  default: (await import("@/shared/guidance/PageGuidance")).PageGuidance,
}));

/** Guidance of the page that is open, for who works by an account; read only when it is asked for. */
export function Guide() {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState(false);
  const page = pageAt(useLocation().pathname);
  if (page === undefined) return null;
  const open = () => {
    setShown(true);
    dialog.current?.showModal();
  };
  const close = () => dialog.current?.close();
  return (
    <>
      <button type="button" className="shell-plain" aria-haspopup="dialog" onClick={open}>
        <span className="shell-guide-mark" aria-hidden>
          ?
        </span>
        <span className="shell-guide-word">{t("guide.open")}</span>
      </button>
      {/* The browser's own dialog: it keeps the focus, closes by Escape and gives the focus back. */}
      <dialog
        ref={dialog}
        className="shell-drawer shell-guide"
        aria-labelledby="shell-guide-title"
        onClose={() => setShown(false)}
      >
        <header className="shell-guide-head">
          <h2 id="shell-guide-title">{t("guide.title")}</h2>
          <button type="button" className="shell-plain" onClick={close}>
            <span aria-hidden>✕</span> {t("action.close")}
          </button>
        </header>
        {shown && (
          <Suspense fallback={<Loading rows={3} />}>
            <PageGuidance page={page} onLeave={close} />
          </Suspense>
        )}
      </dialog>
    </>
  );
}
