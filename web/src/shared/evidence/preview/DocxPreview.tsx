import { renderAsync } from "docx-preview";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Loading } from "@/shared/ui/Loading";
import { harmless } from "./harmless";
import { Unreadable } from "./Unreadable";

/** A Word document, in a tree of its own so that its styles touch nothing else of the page. */
export default function DocxPreview({ blob, name }: { blob: Blob; name: string }) {
  const { t } = useTranslation("evidence");
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"reading" | "shown" | "broken">("reading");
  useEffect(() => {
    let current = true;
    async function show() {
      const body = document.createElement("div");
      const styles = document.createElement("div");
      await renderAsync(blob, body, styles, {
        className: "docx",
        inWrapper: true,
        ignoreFonts: true,
        // Pieces of HTML inside a document.
        renderAltChunks: false,
        renderComments: false,
        experimental: false,
      });
      if (!current || place.current === null) return;
      const root = place.current.shadowRoot ?? place.current.attachShadow({ mode: "open" });
      root.replaceChildren(styles, frame(), harmless(body));
      setState("shown");
    }
    show().catch(() => current && setState("broken"));
    return () => {
      current = false;
    };
  }, [blob]);
  if (state === "broken") return <Unreadable />;
  return (
    <>
      {state === "reading" && <Loading />}
      <div ref={place} className="evidence-docx" role="document" aria-label={t("content_of", { name })} />
    </>
  );
}

/** The page's width follows the drawer's. */
function frame(): HTMLStyleElement {
  const style = document.createElement("style");
  style.textContent = `
    .docx-wrapper { background: transparent; padding: 0; }
    .docx-wrapper > section.docx { max-width: 100%; box-sizing: border-box; min-height: 0 !important; margin-bottom: 12px; }
    section.docx { color: #000; background: #fff; min-inline-size: min(100%, 640px); min-block-size: 40vh; }
    table, img { max-width: 100%; }
    img { height: auto; }
    @media (max-width: 600px) { .docx-wrapper > section.docx { padding: 16px !important; } }`;
  return style;
}
