import { Table, Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { AmendedItems } from "./useAmendments";

const COLOURS = { added: "green", changed: "gold", removed: "red" } as const;
type Kind = keyof typeof COLOURS;

/** Which leaves and adjustments one version has otherwise than the other. */
export function ChangedItems({ items, caption }: { items: AmendedItems; caption?: string }) {
  const { t } = useTranslation("planning");
  const lines = (["changed", "added", "removed"] as Kind[]).flatMap((kind) =>
    items[kind].map((item) => ({ ...item, kind })),
  );
  return (
    <Table
      rowKey={(line) => line.kind + line.code}
      size="small"
      dataSource={lines}
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      scroll={{ x: 560 }}
      caption={caption}
      locale={{ emptyText: t("amendment.same_items") }}
      columns={[
        { title: t("amendment.code"), dataIndex: "code", width: 90 },
        { title: t("amendment.item"), dataIndex: "title" },
        {
          title: t("amendment.what"),
          width: 260,
          render: (_, line) => (
            <>
              <Tag color={COLOURS[line.kind]}>{t(`amendment.kind.${line.kind}`)}</Tag>{" "}
              {(line.attributes ?? []).map((one) => t(`amendment.attribute.${one}`, { defaultValue: one })).join(", ")}{" "}
              {line.declared_anew && <Tag color="volcano">{t("amendment.anew")}</Tag>}
            </>
          ),
        },
      ]}
    />
  );
}
