import { ExclamationCircleOutlined } from "@ant-design/icons";
import { Button, Drawer, Flex, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CriteriaSet } from "@/shared/criteria/set";
import { points } from "@/shared/format/numbers";
import type { Sheet } from "@/shared/sheet/useSheet";
import { StatusTag } from "@/shared/ui/StatusTag";
import { TimeLeft } from "@/shared/ui/TimeLeft";

/** State, deadline, total and what is missing, in one line; one click to each place that lacks something. */
export function SheetFacts({ sheet, set, onOpen }: { sheet: Sheet; set: CriteriaSet; onOpen: (code: string) => void }) {
  const { t } = useTranslation("sheet");
  const [open, setOpen] = useState(false);
  return (
    <Flex wrap gap="2px 16px" align="center" className="sheet-facts">
      <span>
        <StatusTag of="sheet" status={sheet.status} />
        {sheet.rehearsal && <Tag color="purple">{t("common:rehearsal")}</Tag>}
      </span>
      <span>
        {t("head.deadline")} <TimeLeft until={sheet.deadline} clockAt={sheet.clock_at} />
      </span>
      <span>
        {t("head.self_total")} <b>{points(sheet.self_total)}</b> / {points(set.max_score)}
      </span>
      {sheet.missing_count === 0 ? (
        <span>{t("head.nothing_missing")}</span>
      ) : (
        <Button
          size="small"
          icon={<ExclamationCircleOutlined aria-hidden />}
          onClick={() => setOpen(true)}
          aria-haspopup="dialog"
        >
          {t("head.missing", { count: sheet.missing_count })}
        </Button>
      )}
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        size="min(96vw, 480px)"
        title={t("head.missing", { count: sheet.missing_count })}
      >
        {open && (
          <ol className="missing">
            {sheet.missing.map(({ item, kind }) => (
              <li key={item}>
                <Button
                  type="link"
                  onClick={() => {
                    setOpen(false);
                    onOpen(item);
                  }}
                >
                  {item} {set.items.find((one) => one.code === item)?.title}
                </Button>
                <div className="leaf-hint">{t(`missing.${kind}`)}</div>
              </li>
            ))}
          </ol>
        )}
      </Drawer>
    </Flex>
  );
}
