import { Button, type ButtonProps, Form, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Trouble } from "@/shared/ui/Trouble";
import { OwnRequests } from "./OwnRequests";
import { useAskExtension } from "./useAskExtension";
import { useExtensionRequests } from "./useExtensionRequests";
import { WishFields, type Wish } from "./WishFields";

const NOTHING: Wish = { to: null, reason: "" };

/**
 * Button and dialog by which a head asks Home Affairs for a longer deadline, with what became of earlier requests.
 * Officers may see the requests; `mayAsk` says whether the account may ask (role `unit_approver`).
 */
export function AskExtension({ periodId, mayAsk, ...button }: { periodId: string; mayAsk: boolean } & ButtonProps) {
  const { t } = useTranslation("extension");
  const [isOpen, open] = useState(false);
  return (
    <>
      <Button {...button} onClick={() => open(true)}>
        {t(mayAsk ? "ask.open" : "ask.look")}
      </Button>
      {isOpen && <Dialog periodId={periodId} mayAsk={mayAsk} onClose={() => open(false)} />}
    </>
  );
}

function Dialog({ periodId, mayAsk, onClose }: { periodId: string; mayAsk: boolean; onClose: () => void }) {
  const { t } = useTranslation("extension");
  const requests = useExtensionRequests(periodId);
  const ask = useAskExtension(periodId);
  const [wish, setWish] = useState(NOTHING);
  const { to, reason } = wish;
  const waiting = requests.data?.some((one) => one.status === "open") === true;
  const send = () => to !== null && ask.mutate({ to, reason }, { onSuccess: () => setWish(NOTHING) });
  return (
    <Modal
      open
      title={t("ask.title")}
      onCancel={onClose}
      okText={t("ask.send")}
      cancelText={t("common:action.close")}
      onOk={send}
      okButtonProps={{
        size: "large",
        loading: ask.isPending,
        disabled: to === null || reason.trim() === "",
        hidden: !mayAsk || waiting,
      }}
      cancelButtonProps={{ size: "large" }}
    >
      {ask.isError && <Trouble fault={ask.error} />}
      {mayAsk && !waiting && (
        <Form layout="vertical">
          <p>{t("ask.told")}</p>
          <WishFields
            name="extension"
            labels={{ to: t("ask.to"), reason: t("ask.reason") }}
            wish={wish}
            onChange={(changed) => {
              setWish(changed);
              ask.reset();
            }}
            fault={ask.error}
          />
        </Form>
      )}
      <OwnRequests periodId={periodId} />
    </Modal>
  );
}
