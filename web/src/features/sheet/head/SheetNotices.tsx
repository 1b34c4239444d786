import { LockOutlined } from "@ant-design/icons";
import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { dateTime } from "@/shared/format/dates";
import type { Sheet } from "@/shared/sheet/useSheet";
import { AmendedSheet } from "../amendment/AmendedSheet";
import { useLastReturn } from "./useLastReturn";

/** What one has to know before typing: why nothing can be entered, what the head said, what came back from the drafts. */
export function SheetNotices(props: { sheet: Sheet; restored: string[]; onOpen: (code: string) => void }) {
  const { sheet, restored, onOpen } = props;
  const { t } = useTranslation("sheet");
  const { program = "" } = useParams();
  const [seen, see] = useState(false);
  const returned = useLastReturn(sheet.sheet_id, sheet.status === "returned");
  return (
    <div className="sheet-notices">
      {sheet.read_only !== null && (
        <Alert
          type="info"
          showIcon
          icon={<LockOutlined aria-hidden />}
          title={sheet.read_only.title}
          description={sheet.read_only.detail}
        />
      )}
      <AmendedSheet sheet={sheet} onOpen={onOpen} />
      {returned?.act === "returned" && (
        <Alert
          type="warning"
          showIcon
          title={t("returned", {
            time: dateTime(returned.changed_at),
            name: returned.changed_by_name,
          })}
          description={<span className="conflict-text">{returned.reason}</span>}
        />
      )}
      {sheet.status.startsWith("clarification") && (
        <Alert
          type="warning"
          showIcon
          title={t("clarification.asked")}
          action={
            <Link to={`/${program}/self_assessment/${sheet.sheet_id}/clarifications`}>{t("clarification.answer")}</Link>
          }
        />
      )}
      {restored.length > 0 && !seen && (
        <Alert
          type="info"
          showIcon
          title={t("restored.title", { count: restored.length })}
          closable={{ onClose: () => see(true) }}
          description={restored.map((code) => (
            <Button key={code} type="link" size="small" onClick={() => onOpen(code)}>
              {code}
            </Button>
          ))}
        />
      )}
    </div>
  );
}
