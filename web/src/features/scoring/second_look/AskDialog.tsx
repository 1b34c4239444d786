import { Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMembers } from "@/shared/members/useMembers";
import { Trouble } from "@/shared/ui/Trouble";
import type { Item } from "../keys";
import { useAskSecondLook } from "./useSecondLooks";

/** The lead asks one member for a second look on some items. */
export function AskDialog(props: { appraisalId: string; items: Item[]; onClose: (asked: boolean) => void }) {
  const { appraisalId, items, onClose } = props;
  const { t } = useTranslation("scoring");
  const members = useMembers();
  const ask = useAskSecondLook(appraisalId);
  const [member, setMember] = useState<string>();
  const [note, setNote] = useState("");
  const go = () =>
    ask.mutate(
      items.map(({ sheet_id, item }) => ({ sheet_id, item, account_id: member ?? null, note })),
      { onSuccess: () => onClose(true) },
    );
  return (
    <Modal
      open
      title={t("look.ask_title", { count: items.length })}
      okText={t("look.ask")}
      cancelText={t("common:action.cancel")}
      okButtonProps={{ disabled: member === undefined, loading: ask.isPending }}
      onOk={go}
      onCancel={() => onClose(false)}
    >
      {ask.isError && <Trouble fault={ask.error} />}
      {members.isError && <Trouble fault={members.error} onRetry={() => void members.refetch()} />}
      <Form layout="vertical">
        <Form.Item label={t("look.member")} htmlFor="look-member" required>
          <Select
            id="look-member"
            value={member}
            onChange={setMember}
            loading={members.isPending}
            options={members.data?.map((one) => ({ value: one.id, label: one.holder_name }))}
          />
        </Form.Item>
        <Form.Item label={t("look.note")} htmlFor="look-note">
          <Input.TextArea
            id="look-note"
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={10_000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Form.Item>
      </Form>
      <p className="quiet">{t("look.no_score_changes")}</p>
    </Modal>
  );
}
