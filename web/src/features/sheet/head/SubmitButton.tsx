import { Alert, Button, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { assessment, ok } from "@/shared/api/clients";
import { useSheetAct } from "@/shared/sheet/useSheetAct";
import type { Sheet } from "@/shared/sheet/useSheet";
import { Trouble } from "@/shared/ui/Trouble";
import type { Desk } from "../saving/desk";
import { useDeskRevision } from "../useDesk";

/** *Trình lãnh đạo*: what is not saved or missing is told before. */
export function SubmitButton({ sheet, desk }: { sheet: Sheet; desk: Desk }) {
  const { t } = useTranslation("sheet");
  const [asking, ask] = useState(false);
  useDeskRevision(desk);
  const unsaved = desk.unsaved().length;
  const submit = useSheetAct(sheet.sheet_id, () =>
    ok(assessment.POST("/api/assessment/sheets/{sheet_id}/submit", { params: { path: { sheet_id: sheet.sheet_id } } })),
  );
  const open = (): void => {
    desk.flush();
    submit.reset();
    ask(true);
  };
  return (
    <>
      <Button type="primary" onClick={open}>
        {t("submit.act")}
      </Button>
      <Modal
        open={asking}
        title={t("submit.act")}
        okText={t("submit.act")}
        cancelText={t("common:action.cancel")}
        confirmLoading={submit.isPending}
        okButtonProps={{ disabled: unsaved > 0 }}
        onCancel={() => ask(false)}
        onOk={() => submit.mutate(undefined, { onSuccess: () => ask(false) })}
      >
        <p>{t("submit.lead")}</p>
        {unsaved > 0 && <Alert type="warning" showIcon title={t("submit.unsaved", { count: unsaved })} />}
        {sheet.missing_count > 0 && (
          <Alert type="info" showIcon title={t("submit.missing", { count: sheet.missing_count })} />
        )}
        {submit.isError && <Trouble fault={submit.error} />}
      </Modal>
    </>
  );
}
