import { Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "@/shared/api/problem";
import type { ExtensionRequest } from "@/shared/extension";
import { holds } from "@/shared/format/search";
import { InstantPicker } from "@/shared/ui/InstantPicker";
import { Trouble } from "@/shared/ui/Trouble";
import { useExtend } from "./useDecide";

/** Extend a deadline: as a unit asked (the wished time may be changed), or of any unit unasked. */
export function GrantDialog(props: {
  periodId: string;
  request: ExtensionRequest | null;
  units: { value: string; label: string }[];
  onClose: () => void;
}) {
  const { periodId, request, units, onClose } = props;
  const { t } = useTranslation("extension");
  const extend = useExtend(periodId);
  const [unitCode, setUnit] = useState(request?.unit_code);
  const [to, setTo] = useState<string | null>(request?.to ?? null);
  const [reason, setReason] = useState(request?.reason ?? "");
  // The same dialog sent again after a lost answer gives no second extension.
  const [key, renew] = useState(() => crypto.randomUUID());
  const change = () => {
    renew(crypto.randomUUID());
    extend.reset();
  };
  const fault = (pointer: string) => (extend.error instanceof ProblemError ? extend.error.faultAt(pointer) : undefined);
  const ready = unitCode !== undefined && to !== null && reason.trim() !== "";
  return (
    <Modal
      open
      title={request ? t("decide.grant_title", { unit: request.unit_name }) : t("decide.give_title")}
      okText={t("decide.grant")}
      cancelText={t("common:action.cancel")}
      onCancel={onClose}
      onOk={() => ready && extend.mutate({ unitCode, to, reason, requestId: request?.id, key }, { onSuccess: onClose })}
      okButtonProps={{ loading: extend.isPending, disabled: !ready }}
    >
      {extend.isError && <Trouble fault={extend.error} />}
      <Form layout="vertical">
        {request === null && (
          <Form.Item label={t("decide.unit")} htmlFor="grant-unit" required>
            <Select
              id="grant-unit"
              value={unitCode}
              options={units}
              showSearch={{ filterOption: (typed, option) => holds(option?.label ?? "", typed) }}
              onChange={(code: string) => {
                setUnit(code);
                change();
              }}
            />
          </Form.Item>
        )}
        <Form.Item
          label={t("decide.to")}
          htmlFor="grant-to"
          required
          help={fault("/to")}
          validateStatus={fault("/to") ? "error" : ""}
        >
          <InstantPicker
            id="grant-to"
            value={to}
            onChange={(picked) => {
              setTo(picked);
              change();
            }}
          />
        </Form.Item>
        <Form.Item
          label={t("decide.given_reason")}
          htmlFor="grant-reason"
          required
          help={fault("/reason")}
          validateStatus={fault("/reason") ? "error" : ""}
        >
          <Input.TextArea
            id="grant-reason"
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
    </Modal>
  );
}
