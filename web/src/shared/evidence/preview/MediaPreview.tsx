import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Loading } from "@/shared/ui/Loading";
import type { FileKind } from "../file";
import { Unreadable } from "./Unreadable";
import { useObjectUrl } from "./useObjectUrl";

/** What the browser shows by itself: PDF, pictures, sound and film. */
export function MediaPreview({ kind, blob, name }: { kind: FileKind; blob: Blob; name: string }) {
  const { t } = useTranslation("evidence");
  const url = useObjectUrl(blob);
  const [broken, setBroken] = useState(false);
  const [whole, setWhole] = useState(true);
  if (broken) return <Unreadable />;
  if (url === null) return <Loading />;
  switch (kind) {
    case "pdf":
      if (!navigator.pdfViewerEnabled) return <Unreadable />;
      return <iframe className="evidence-pdf" src={url} title={t("content_of", { name })} />;
    case "image":
      return (
        <div className="evidence-picture">
          <button
            type="button"
            aria-pressed={!whole}
            aria-label={t(whole ? "picture.enlarge" : "picture.fit")}
            onClick={() => setWhole(!whole)}
          >
            <img
              src={url}
              alt={t("content_of", { name })}
              className={whole ? "fitted" : ""}
              onError={() => setBroken(true)}
            />
          </button>
        </div>
      );
    // What people upload has no captions; the explanation beside it says what it is.
    case "audio":
      // eslint-disable-next-line jsx-a11y/media-has-caption
      return <audio className="evidence-sound" controls src={url} aria-label={name} onError={() => setBroken(true)} />;
    default:
      // eslint-disable-next-line jsx-a11y/media-has-caption
      return <video className="evidence-film" controls src={url} aria-label={name} onError={() => setBroken(true)} />;
  }
}
