import { Button, type ButtonProps, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "@/shared/api/problem";
import { InstantPicker } from "@/shared/ui/InstantPicker";
import { Trouble } from "@/shared/ui/Trouble";
import { OwnRequests } from "./OwnRequests";
import { useAskExtension } from "./useAskExtension";
import { useExtensionRequests } from "./useExtensionRequests";

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
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  // One key for one wording: sent again after a lost answer, it is the same request.
  const [key, renew] = useState(() => crypto.randomUUID());
  const waiting = requests.data?.some((one) => one.status === "open") === true;
  const fault = (pointer: string) => (ask.error instanceof ProblemError ? ask.error.faultAt(pointer) : undefined);
  const change = () => {
    renew(crypto.randomUUID());
    ask.reset();
  };
  const send = () => {
    if (to === null) return;
    ask.mutate(
      { to, reason, key },
      {
        onSuccess: () => {
          change();
          setReason("");
          setTo(null);
        },
      },
    );
  };
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
          <Form.Item
            label={t("ask.to")}
            htmlFor="extension-to"
            required
            help={fault("/to")}
            validateStatus={fault("/to") ? "error" : ""}
          >
            <InstantPicker
              id="extension-to"
              value={to}
              onChange={(picked) => {
                setTo(picked);
                change();
              }}
            />
          </Form.Item>
          <Form.Item
            label={t("ask.reason")}
            htmlFor="extension-reason"
            required
            help={fault("/reason")}
            validateStatus={fault("/reason") ? "error" : ""}
          >
            <Input.TextArea
              id="extension-reason"
              value={reason}
              maxLength={10_000}
              autoSize={{ minRows: 3, maxRows: 8 }}
              onChange={(event) => {
                setReason(event.target.value);
                change();
              }}
            />
          </Form.Item>
        </Form>
      )}
      <OwnRequests periodId={periodId} />
    </Modal>
  );
}
