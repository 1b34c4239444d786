import { App, Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormFaults } from "@/shared/ui/useFormFaults";
import { PasswordSlips, type Slip } from "./PasswordSlips";
import { useDecideRequest } from "./useDecideRequest";
import type { AccountRequest } from "./useRequests";

interface Values {
  username: string;
  reason: string;
}

/** Approve, refuse or withdraw a request; after an approval the one-time password stands here once. */
export function DecideDialog({
  request,
  act,
  onClose,
}: {
  request: AccountRequest;
  act: "approve" | "refuse" | "withdraw";
  onClose: () => void;
}) {
  const { t } = useTranslation("account");
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [slip, setSlip] = useState<Slip>();
  const faults = useFormFaults(form);
  const decide = useDecideRequest(request);
  const name = request.holder_name ?? request.account_holder ?? "";
  const submit = ({ username, reason }: Values) => {
    const other = username !== undefined && username !== request.username ? username : null;
    const decision = act === "approve" ? { act, username: other } : act === "refuse" ? { act, reason } : { act };
    decide.mutate(decision, {
      onSuccess: (approved) => {
        if (approved !== undefined) {
          return setSlip({
            username: approved.request.account_username ?? "",
            holder_name: name,
            place: approved.request.unit_name ?? approved.request.appraiser_code,
            initial_password: approved.initial_password ?? null,
          });
        }
        message.success(t(`decide.${act}.done`));
        onClose();
      },
      onError: faults,
    });
  };
  const needed = [{ required: true, whitespace: true, message: t("form.needed") }];
  return (
    <Modal
      open
      title={t(`decide.${act}.title`, { name })}
      okText={t(`decide.${act}.confirm`)}
      okButtonProps={{ danger: act !== "approve" }}
      confirmLoading={decide.isPending}
      mask={{ closable: slip === undefined }}
      onOk={() => form.submit()}
      onCancel={onClose}
      {...(slip !== undefined && { footer: <Button onClick={onClose}>{t("common:action.close")}</Button> })}
    >
      {slip !== undefined ? (
        <PasswordSlips slips={[slip]} />
      ) : (
        <Form<Values> form={form} layout="vertical" onFinish={submit}>
          <p>{t(`decide.${act}.lead_${request.about}`)}</p>
          {act === "approve" && request.about === "account" && (
            <Form.Item name="username" label={t("field.username")} rules={needed} initialValue={request.username}>
              <Input maxLength={150} autoComplete="off" spellCheck={false} />
            </Form.Item>
          )}
          {act === "refuse" && (
            <Form.Item name="reason" label={t("decide.reason")} rules={needed}>
              <Input maxLength={2000} />
            </Form.Item>
          )}
        </Form>
      )}
    </Modal>
  );
}
