import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { date } from "@/shared/format/dates";
import type { Sheet } from "@/shared/sheet/useSheet";
import { touchOf } from "./touched";
import { useSheetAmendments } from "./useSheetAmendments";

/** What an amending decision did to the item that is open. */
export function AmendedLeaf({ sheet, item }: { sheet: Pick<Sheet, "sheet_id" | "criteria_set_id">; item: string }) {
  const { t } = useTranslation("sheet");
  const touched = useSheetAmendments(sheet)
    .map((amendment) => ({ amendment, touch: touchOf(amendment, item) }))
    .find(({ touch }) => touch !== undefined);
  if (touched?.touch === undefined) return null;
  const { number, issued_on } = touched.amendment.decision;
  return (
    <Alert
      type={touched.touch === "emptied" || touched.touch === "declared_anew" ? "warning" : "info"}
      showIcon
      style={{ marginBlockEnd: 12 }}
      title={t(`amended.leaf.${touched.touch}`, { number, date: date(issued_on) })}
    />
  );
}
