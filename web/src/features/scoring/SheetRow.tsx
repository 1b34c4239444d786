import { FileTextOutlined } from "@ant-design/icons";
import { Button, Tag } from "antd";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { points } from "@/shared/format/numbers";
import type { Item } from "./keys";
import { signed } from "./rows";
import { ScoreFields } from "./ScoreFields";
import type { Editing } from "./useEdits";

/** One leaf of the unit: what was declared, both scores side by side, the difference. */
export const SheetRow = memo(function SheetRow(props: {
  item: Item;
  heading: string | undefined;
  chosen: boolean;
  writable: boolean;
  editing: Editing;
  onChoose: () => void;
  onOpen: () => void;
  wide: boolean;
}) {
  const { item, heading, chosen, writable, editing, onChoose, onOpen, wide } = props;
  const { t } = useTranslation("scoring");
  const self = item.kind === "adjustment" ? (item.claimed_count ?? "0") : points(item.self_score);
  const files = item.evidence.length > 0 ? t("files", { count: item.evidence.length }) : t("no_files");
  return (
    <>
      {heading !== undefined && (
        <div role="row">
          <div role="cell">
            <h2 className="sheet-field">{heading === "" ? t("adjustments_heading") : heading}</h2>
          </div>
        </div>
      )}
      <div
        className="sheet-line"
        role="row"
        aria-selected={chosen}
        data-chosen={chosen}
        data-differs={item.differs}
        onFocusCapture={onChoose}
      >
        <div role="cell" className="of-item">
          <button type="button" className="item-title" onClick={wide ? onChoose : onOpen}>
            <strong>{item.item}</strong> {item.title}
          </button>
          <div className="item-tags">
            {item.max_score !== null && <span className="quiet">{t("max", { max: points(item.max_score) })}</span>}
            {item.is_claim && <Tag color="blue">{t("claims_not_applicable")}</Tag>}
            {item.clarifications.length > 0 && <Tag color="gold">{t("mark.asked")}</Tag>}
            <Button
              type="link"
              size="small"
              icon={<FileTextOutlined aria-hidden />}
              aria-label={t("files_of", { files, item: item.item })}
              onClick={onOpen}
            >
              {files}
            </Button>
          </div>
        </div>
        <div role="cell" className="of-declared">
          <span className="cell-label">{t("column.declared")}</span>
          {item.declared || "–"}
        </div>
        <div role="cell" className="of-self number">
          <span className="cell-label">{t("column.self")}</span>
          {item.is_claim ? t("claim") : self}
        </div>
        <div role="cell" className="of-score_and_reason">
          <ScoreFields item={item} editing={editing} writable={writable} compact />
        </div>
        <div role="cell" className="of-difference number">
          <span className="cell-label">{t("column.difference")}</span>
          {signed(item.difference) || "–"}
        </div>
      </div>
    </>
  );
});
