import { Table, Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { Preview } from "./useAmendmentPreview";

/** Which agencies get new leaves, lose some, or lose scores that the new version of a leaf cannot give. */
export function TouchedAppraisals({ appraisals }: { appraisals: Preview["appraisals"] }) {
  const { t } = useTranslation("planning");
  if (appraisals.length === 0) return null;
  return (
    <Table
      rowKey="appraiser_code"
      size="small"
      style={{ marginBlockStart: 16 }}
      dataSource={appraisals}
      pagination={false}
      scroll={{ x: 560 }}
      caption={t("amendment.appraisals")}
      columns={[
        {
          title: t("amendment.agency"),
          render: (_, one) => (
            <>
              {one.title} {one.is_sent && <Tag color="volcano">{t("amendment.agency_sent")}</Tag>}
            </>
          ),
        },
        { title: t("amendment.to_score"), render: (_, one) => one.added.join(", ") },
        { title: t("amendment.to_look_at"), render: (_, one) => one.changed.join(", ") },
        { title: t("amendment.no_longer"), render: (_, one) => one.removed.join(", ") },
      ]}
    />
  );
}
