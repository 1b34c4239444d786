import { Empty } from "antd";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { Head } from "./Head";
import { SheetBar } from "./SheetBar";
import { SheetDesk } from "./SheetDesk";
import { SheetList } from "./SheetList";
import { useAppraisal } from "./useAppraisal";
import { useGrid } from "./useGrid";
import "./scoring.css";
import "./sheet.css";

/** One unit over all leaves; without a unit, the list of units with how far each is. */
export default function BySheetPage() {
  const { appraisalId = "", sheetId } = useParams();
  const { t } = useTranslation("scoring");
  const appraisal = useAppraisal(appraisalId);
  const grid = useGrid(appraisalId);
  const failed = appraisal.isError ? appraisal : grid.isError ? grid : null;
  if (failed) return <Trouble fault={failed.error} onRetry={() => void failed.refetch()} />;
  if (!appraisal.data || !grid.data) return <Loading />;
  const sheet = grid.data.sheets.find((one) => one.sheet_id === sheetId);
  return (
    <Head appraisal={appraisal.data} grid={grid.data} view="sheets">
      {sheet ? (
        <>
          <SheetBar grid={grid.data} sheet={sheet} />
          {sheet.is_final ? (
            <SheetDesk key={sheet.sheet_id} appraisal={appraisal.data} grid={grid.data} sheet={sheet} />
          ) : (
            <Empty description={t("still_open")} />
          )}
        </>
      ) : (
        <SheetList grid={grid.data} />
      )}
    </Head>
  );
}
