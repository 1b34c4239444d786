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
  if (data === undefined && error !== null) {
    return (
      <Page title={t("title")}>
        <Trouble fault={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  const loading = (
    <Page title={t("title")}>
      <Loading rows={12} />
    </Page>
  );
  if (data === undefined) return loading;
  return (
    <Suspense fallback={loading}>
      <SheetView key={sheetId} sheet={data} />
    </Suspense>
  );
}
