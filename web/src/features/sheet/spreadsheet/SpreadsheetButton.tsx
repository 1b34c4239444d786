import { FileExcelOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Sheet } from "@/shared/sheet/useSheet";

const SpreadsheetDialog = lazy(() => import("./SpreadsheetDialog"));

/** Declared values out as XLSX and in again; the dialog is loaded when it is first opened. */
export function SpreadsheetButton({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation("sheet");
  const [state, setState] = useState<"never" | "open" | "closed">("never");
  return (
    <>
      <Button icon={<FileExcelOutlined aria-hidden />} onClick={() => setState("open")}>
        {t("spreadsheet.open")}
      </Button>
      {state !== "never" && (
        <Suspense fallback={null}>
          <SpreadsheetDialog
            sheetId={sheet.sheet_id}
            mayWrite={sheet.allowed_actions.includes("save")}
            open={state === "open"}
            onClose={() => setState("closed")}
          />
        </Suspense>
      )}
    </>
  );
}
