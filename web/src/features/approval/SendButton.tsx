import { Button, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { dateTime } from "@/shared/format/dates";
import { points } from "@/shared/format/numbers";
import type { Sheet } from "@/shared/sheet/useSheet";
import type { Steps } from "@/shared/sheet/useSteps";
import { Trouble } from "@/shared/ui/Trouble";
import { useSend } from "./acts";
import { Fingerprint } from "./Fingerprint";
import type { Report } from "./useReport";

/** Send, once, after being told what becomes of it; then the receipt. */
export function SendButton(props: { sheet: Sheet; steps: Steps; report: Report; receipt: string }) {
  const { sheet, steps, report, receipt } = props;
  const { t } = useTranslation("approval");
  const navigate = useNavigate();
  const send = useSend(sheet.sheet_id, () => void navigate(receipt));
  const [asking, ask] = useState(false);
  const close = () => {
    ask(false);
    send.reset();
  };
  return (
    <>
      <Button type="primary" size="large" onClick={() => ask(true)}>
        {t("send.act")}
      </Button>
      <Modal
        open={asking}
        title={t("send.title")}
        okText={t("send.act")}
        cancelText={t("common:action.cancel")}
        onCancel={close}
        closable={!send.isPending}
        mask={{ closable: !send.isPending }}
        onOk={() => send.mutate(undefined)}
        okButtonProps={{ size: "large", loading: send.isPending }}
        cancelButtonProps={{ size: "large", disabled: send.isPending }}
      >
        {send.isError && <Trouble fault={send.error} />}
        <ul className="report-list">
          <li>{t("send.what", { total: points(report.self_total), max: points(report.max_score) })}</li>
          <li>{t("send.locked")}</li>
          <li>
            {steps.recall_until === null
              ? t("send.no_recall")
              : t("send.recall", { time: dateTime(steps.recall_until) })}
          </li>
          {steps.days_late > 0 && <li className="report-warning">{t("late.title", { count: steps.days_late })}</li>}
        </ul>
        <Fingerprint value={report.fingerprint} />
      </Modal>
    </>
  );
}
