import { useQuery } from "@tanstack/react-query";
import { App, Button, Drawer, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { readSet } from "@/shared/criteria/set";
import { criteriaSetQuery, useCriteriaSets, type DocumentVersion } from "@/shared/criteria/useCriteriaSets";
import { holds } from "@/shared/format/search";
import { useFormFaults } from "@/shared/ui/useFormFaults";
import { usePropose, type ProposalIn } from "./usePropose";

/** Propose a change of a set in force, or of one item of it (Điều 14.3, 15.2). */
export function ProposeDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("criteria_proposal");
  const { message } = App.useApp();
  const [form] = Form.useForm<ProposalIn>();
  const faults = useFormFaults(form);
  const propose = usePropose();
  const sets = useCriteriaSets();
  const chosen = Form.useWatch("criteria_set_id", form);
  const items = useItems(chosen);
  const submit = (values: ProposalIn) =>
    propose.mutate(
      { ...values, item: values.item ?? null },
      {
        onSuccess: () => {
          void message.success(t("form.done"));
          onClose();
        },
        onError: faults,
      },
    );
  return (
    <Drawer open title={t("form.title")} onClose={onClose} destroyOnHidden>
      <Form<ProposalIn> form={form} layout="vertical" onFinish={submit} disabled={propose.isPending}>
        <Form.Item
          name="criteria_set_id"
          label={t("field.set")}
          rules={[{ required: true, message: t("form.needed") }]}
        >
          <Select
            loading={sets.isPending}
            onChange={() => form.setFieldValue("item", undefined)}
            showSearch={{ filterOption: (typed, option) => holds(option?.label ?? "", typed) }}
            options={newest(sets.data ?? []).map((one) => ({
              value: one.id,
              label: `${one.title} (${one.code})`,
            }))}
          />
        </Form.Item>
        <Form.Item name="item" label={t("field.item")} extra={t("form.item_extra")}>
          <Select
            allowClear
            disabled={chosen === undefined}
            loading={items.isFetching}
            showSearch={{ filterOption: (typed, option) => holds(option?.label ?? "", typed) }}
            options={items.data ?? []}
          />
        </Form.Item>
        <Form.Item
          name="text"
          label={t("field.text")}
          rules={[{ required: true, whitespace: true, message: t("form.needed") }]}
        >
          <Input.TextArea rows={8} maxLength={5000} showCount />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={propose.isPending}>
          {t("form.confirm")}
        </Button>
      </Form>
    </Drawer>
  );
}

function useItems(criteriaSetId: string | undefined) {
  const { t } = useTranslation();
  return useQuery({
    ...criteriaSetQuery(criteriaSetId ?? ""),
    enabled: criteriaSetId !== undefined,
    staleTime: Infinity,
    select: (version) =>
      readSet(version.document, t("criteria.adjustments")).items.map((item) => ({
        value: item.code,
        label: `${item.code} ${item.title}`,
      })),
  });
}

/** Of every set the version in force; the list has the newest first. */
function newest(sets: readonly DocumentVersion[]): DocumentVersion[] {
  const found = new Map<string, DocumentVersion>();
  for (const one of sets) if (one.status === "published" && !found.has(one.code)) found.set(one.code, one);
  return [...found.values()];
}
