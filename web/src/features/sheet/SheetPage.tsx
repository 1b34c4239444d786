import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { sheetQuery } from "@/shared/sheet/useSheet";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";
import { SheetView } from "./SheetView";
import "./sheet.css";

/** Data entry: one sheet, its tree of criteria and the item that is open. */
export default function SheetPage() {
  const { t } = useTranslation("sheet");
  const { sheetId = "" } = useParams();
  // What comes back to the window is heard by `useSheetNews`, which asks for what is new only.
  const { data, error, refetch } = useQuery({ ...sheetQuery(sheetId), refetchOnWindowFocus: false });
  if (data === undefined) {
    return (
      <Page title={t("title")}>
        {error === null ? <Loading rows={12} /> : <Trouble fault={error} onRetry={() => void refetch()} />}
      </Page>
    );
  }
  return (
    <Suspense fallback={<Loading rows={12} />}>
      <SheetView key={sheetId} sheet={data} />
    </Suspense>
  );
}
