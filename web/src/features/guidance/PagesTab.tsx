import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { GUIDED_PAGES } from "@/shared/guidance/pages";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { Editor } from "./Editor";
import type { Place } from "./place";
import { PlaceTable } from "./PlaceTable";
import { usePagesGuidance } from "./useGuidanceList";

/** Every page with its guidance; the one that `?page=` names is open for writing. */
export function PagesTab() {
  const { t } = useTranslation("guidance");
  const [search, setSearch] = useSearchParams();
  const guidance = usePagesGuidance();
  if (guidance.isPending) return <Loading />;
  if (guidance.isError) return <Trouble fault={guidance.error} onRetry={() => void guidance.refetch()} />;
  const said = (place: Place) => (place.kind === "page" ? guidance.data[place.page] : undefined);
  const places = GUIDED_PAGES.map(([page]): Place => ({ kind: "page", page, title: t(`page.${page}`) }));
  const open = places.find((place) => place.kind === "page" && place.page === search.get("page"));
  return (
    <>
      <PlaceTable
        places={places}
        heading={t("column.place")}
        said={said}
        onWrite={(place) => place.kind === "page" && setSearch({ page: place.page }, { replace: true })}
      />
      {open && (
        <Editor key={open.title} place={open} present={said(open)} onClose={() => setSearch({}, { replace: true })} />
      )}
    </>
  );
}
