import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { dateTime } from "@/shared/format/dates";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { GuidanceText } from "./GuidanceText";
import type { GuidedPage } from "./pages";
import { usePageGuidance } from "./useGuidance";

/** What Home Affairs says of a page, and for who writes it the way to the editor. */
export function PageGuidance({ page, onLeave }: { page: GuidedPage; onLeave: () => void }) {
  const { t } = useTranslation("guidance");
  const guidance = usePageGuidance(page);
  if (guidance.isPending) return <Loading rows={3} />;
  if (guidance.isError) return <Trouble fault={guidance.error} onRetry={() => void guidance.refetch()} />;
  const { text, may_write, changed_at } = guidance.data;
  return (
    <>
      {text === "" ? <p className="guidance-note">{t("none")}</p> : <GuidanceText words={text} onLeave={onLeave} />}
      {text !== "" && changed_at !== null && (
        <p className="guidance-note">{t("written_at", { at: dateTime(changed_at) })}</p>
      )}
      {may_write && (
        <p>
          <Link to={`/administration/guidance?page=${page}`} onClick={onLeave}>
            {t(text === "" ? "write" : "change")}
          </Link>
        </p>
      )}
    </>
  );
}
