import { ApartmentOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CriteriaSet } from "@/shared/criteria/set";
import type { Sheet } from "@/shared/sheet/useSheet";

const SharingDialog = lazy(() => import("./SharingDialog"));

/** Leaves given to sub-units; not for a sub-unit itself. The dialog is loaded when it is first opened. */
export function SharingButton({ sheet, set }: { sheet: Sheet; set: CriteriaSet }) {
  const { t } = useTranslation("sheet");
  const [state, setState] = useState<"never" | "open" | "closed">("never");
  if (sheet.given_items !== null) return null;
  return (
    <>
      <Button icon={<ApartmentOutlined aria-hidden />} onClick={() => setState("open")}>
        {t("sharing.open")}
      </Button>
      {state !== "never" && (
        <Suspense fallback={null}>
          <SharingDialog
            sheetId={sheet.sheet_id}
            set={set}
            open={state === "open"}
            onClose={() => setState("closed")}
          />
        </Suspense>
      )}
    </>
  );
}
