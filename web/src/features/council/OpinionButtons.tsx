import { Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Trouble } from "@/shared/ui/Trouble";
import { useTell } from "@/shared/ui/useTell";
import type { Opinion, Session } from "./keys";
import { useCouncilActs } from "./useCouncilActs";

/** Agree with one click; object with what is wrong. What is said later takes the place of what was said before. */
export function OpinionButtons({
  periodId,
  session,
  item,
  title,
  mine,
}: {
  periodId: string;
  session: Session;
  item: string;
  title: string;
  mine: Opinion | undefined;
}) {
  const { t } = useTranslation("council");
  const tell = useTell();
  const { say } = useCouncilActs(periodId);
  const [objecting, setObjecting] = useState(false);
  const [form] = Form.useForm<{ note: string }>();
  const give = (agrees: boolean, note: string) =>
    say.mutate(
      { session, said: { item, agrees, note } },
      // A refused objection is told in its window, where it can be mended.
      { onError: agrees ? tell : () => undefined, onSuccess: () => setObjecting(false) },
    );
  return (
    <div className="council-give">
      <Button
        size="small"
        type={mine?.agrees === true ? "primary" : "default"}
        aria-pressed={mine?.agrees === true}
        aria-label={`${t("opinion.agree")}: ${title}`}
        loading={say.isPending && !objecting}
        onClick={() => give(true, "")}
      >
        {t("opinion.agree")}
      </Button>
      <Button
        size="small"
        danger
        type={mine?.agrees === false ? "primary" : "default"}
        aria-pressed={mine?.agrees === false}
        aria-label={`${t("opinion.object")}: ${title}`}
        onClick={() => setObjecting(true)}
      >
        {t("opinion.object")}
      </Button>
      <Modal
        open={objecting}
        title={t("opinion.object_title", { title })}
        okText={t("opinion.send")}
        confirmLoading={say.isPending}
        onCancel={() => setObjecting(false)}
        onOk={() => form.submit()}
        destroyOnHidden
      >
        {say.isError && <Trouble fault={say.error} />}
        <Form
          form={form}
          layout="vertical"
          initialValues={{ note: mine?.note ?? "" }}
          onFinish={({ note }) => give(false, note)}
        >
          <Form.Item name="note" label={t("opinion.note")} extra={t("opinion.note_hint")}>
            <Input.TextArea autoSize={{ minRows: 3 }} maxLength={10_000} />
          </Form.Item>
        </Form>
      </Modal>
    </div>
  );
}
