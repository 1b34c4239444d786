import { Alert, Button, Flex } from "antd";
import { useTranslation } from "react-i18next";
import { date, dateTime } from "@/shared/format/dates";
import type { Sheet } from "@/shared/sheet/useSheet";
import { toDeclare } from "./touched";
import { useSheetAmendments } from "./useSheetAmendments";

/** By which decision the sheet's criteria were amended last, and where there is something to declare anew. */
export function AmendedSheet({ sheet, onOpen }: { sheet: Sheet; onOpen: (code: string) => void }) {
  const { t } = useTranslation("sheet");
  const [last] = useSheetAmendments(sheet);
  if (last === undefined) return null;
  const codes = toDeclare(last);
  return (
    <Alert
      type={codes.length > 0 ? "warning" : "info"}
      showIcon
      title={t("amended.sheet", {
        number: last.decision.number,
        date: date(last.decision.issued_on),
        time: dateTime(last.amended_at),
      })}
      description={
        <>
          {sheet.status === "returned" && last.status_after === "returned" && <div>{t("amended.returned")}</div>}
          <div className="conflict-text">{t("amended.reason", { reason: last.reason })}</div>
          {codes.length > 0 && (
            <Flex wrap gap={4} align="center">
              {t("amended.declare")}
              {codes.map((code) => (
                <Button key={code} size="small" onClick={() => onOpen(code)}>
                  {code}
                </Button>
              ))}
            </Flex>
          )}
          {last.gone.length > 0 && <div>{t("amended.gone", { codes: last.gone.join(", ") })}</div>}
        </>
      }
    />
  );
}
