import { Button, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Trouble } from "@/shared/ui/Trouble";
import { useSendAnswers } from "./useSendAnswers";

/** The head sends, after being told what becomes of it. */
export function SendAnswers(props: { sheetId: string; unanswered: number; unsaved: boolean }) {
  const { sheetId, unanswered, unsaved } = props;
  const { t } = useTranslation("clarification");
  const send = useSendAnswers(sheetId);
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
        onOk={() => !send.isPending && send.mutate(undefined, { onSuccess: close })}
        okButtonProps={{ size: "large", loading: send.isPending, disabled: unsaved }}
        cancelButtonProps={{ size: "large", disabled: send.isPending }}
      >
        {send.isError && <Trouble fault={send.error} />}
        {unsaved && <p role="status">{t("send.unsaved")}</p>}
        <p>{t("send.told", { count: unanswered })}</p>
      </Modal>
    </>
  );
}
