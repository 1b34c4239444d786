import { CaretDownOutlined, CaretRightOutlined } from "@ant-design/icons";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Item, Row } from "@/shared/criteria/set";
import { points } from "@/shared/format/numbers";
import type { Desk } from "../saving/desk";
import { useLeafPart } from "../useDesk";
import { markOf, type MissingKind } from "./mark";
import { MarkIcon } from "./MarkIcon";

export const HeadingRow = memo(function HeadingRow(props: {
  id: string;
  row: Row;
  folded: boolean;
  stop: boolean;
  onToggle: (key: string) => void;
}) {
  const { id, row, folded, stop, onToggle } = props;
  return (
    <button
      type="button"
      role="treeitem"
      aria-level={row.level}
      aria-expanded={!folded}
      aria-selected={false}
      tabIndex={stop ? 0 : -1}
      className={`tree-heading tree-level-${row.level}`}
      onClick={() => onToggle(id)}
    >
      {folded ? <CaretRightOutlined aria-hidden /> : <CaretDownOutlined aria-hidden />}
      <span className="tree-title">
        {row.code !== "" && <b>{row.code}</b>} {row.title}
      </span>
      {row.max_score !== undefined && <span className="tree-points">{points(row.max_score)}</span>}
    </button>
  );
});

export const LeafRow = memo(function LeafRow(props: {
  item: Item;
  level: number;
  desk: Desk;
  missing: MissingKind | undefined;
  current: boolean;
  stop: boolean;
  to: string;
  onOpen: (() => void) | undefined;
}) {
  const { item, level, desk, missing, current, stop, to, onOpen } = props;
  const { t } = useTranslation("sheet");
  const mark = useLeafPart(desk, item.code, (leaf) => markOf(item, leaf, missing));
  const score = useLeafPart(desk, item.code, (leaf) => leaf.answer?.self_score);
  return (
    <Link
      to={to}
      role="treeitem"
      aria-level={level}
      aria-selected={current}
      aria-current={current ? "true" : undefined}
      tabIndex={stop ? 0 : -1}
      className={`tree-leaf tree-level-${level}`}
      onClick={onOpen}
    >
      <span className="tree-title">
        <b>{item.code}</b> {item.title}
      </span>
      <span className="tree-state">
        <MarkIcon mark={mark} /> {t(`mark.${mark}`)}
        {item.kind === "leaf" && (
          <span className="tree-points">
            {score !== undefined && score !== null ? `${points(score)} / ` : ""}
            {points(item.max_score)}
          </span>
        )}
      </span>
    </Link>
  );
});
