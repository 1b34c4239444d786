import { Form, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { WishFields, type ExtensionRequest, type Wish } from "@/shared/extension";
import { holds } from "@/shared/format/search";
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
  const [wish, setWish] = useState<Wish>({ to: request?.to ?? null, reason: request?.reason ?? "" });
  const { to, reason } = wish;
  const ready = unitCode !== undefined && to !== null && reason.trim() !== "";
  return (
    <Modal
      open
      title={request ? t("decide.grant_title", { unit: request.unit_name }) : t("decide.give_title")}
      okText={t("decide.grant")}
      cancelText={t("common:action.cancel")}
      onCancel={onClose}
      onOk={() => ready && extend.mutate({ unitCode, to, reason, requestId: request?.id }, { onSuccess: onClose })}
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
                extend.reset();
              }}
            />
          </Form.Item>
        )}
        <WishFields
          name="grant"
          labels={{ to: t("decide.to"), reason: t("decide.given_reason") }}
          wish={wish}
          onChange={(changed) => {
            setWish(changed);
            extend.reset();
          }}
          fault={extend.error}
        />
      </Form>
    </Modal>
  );
}
