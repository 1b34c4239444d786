import { SearchOutlined } from "@ant-design/icons";
import { Checkbox, Empty, Input } from "antd";
import { memo, useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { CriteriaSet } from "@/shared/criteria/set";
import { useDeskRevision } from "../useDesk";
import type { Desk } from "../saving/desk";
import { isOpen, markOf, type MissingKind } from "./mark";
import { HeadingRow, LeafRow } from "./rows";
import { visible } from "./visible";
import "./tree.css";

interface Props {
  set: CriteriaSet;
  desk: Desk;
  missing: ReadonlyMap<string, MissingKind>;
  current: string;
  /** Address of an item is this and its code. */
  base: string;
  onOpen?: (() => void) | undefined;
}

/** The criteria in their order with a mark of state for every leaf; arrows walk through it, one stop for Tab. */
export const CriteriaTree = memo(function CriteriaTree({ set, desk, missing, current, base, onOpen }: Props) {
  const { t } = useTranslation("sheet");
  const [wanted, look] = useState("");
  const [onlyOpen, showOnlyOpen] = useState(false);
  const [folded, fold] = useState<ReadonlySet<string>>(new Set());
  const revision = useDeskRevision(desk);
  const kept = onlyOpen ? revision : 0;
  const lines = useMemo(
    () =>
      visible(
        set.rows,
        wanted,
        (item) =>
          kept === 0 || item.code === current || isOpen(markOf(item, desk.leaf(item.code), missing.get(item.code))),
        folded,
      ),
    [set.rows, wanted, kept, folded, desk, missing, current],
  );
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const toggle = useCallback((key: string) => {
    fold((before) => {
      const now = new Set(before);
      if (!now.delete(key)) now.add(key);
      return now;
    });
  }, []);
  const stop = lines.some((line) => line.row.item?.code === current) ? current : lines[0]?.key;
  return (
    <div className="tree">
      <Input
        allowClear
        prefix={<SearchOutlined aria-hidden />}
        value={wanted}
        onChange={(event) => look(event.target.value)}
        placeholder={t("tree.search")}
        aria-label={t("tree.search")}
      />
      <Checkbox checked={onlyOpen} onChange={(event) => showOnlyOpen(event.target.checked)}>
        {t("tree.only_missing")}
      </Checkbox>
      {lines.length === 0 && <Empty description={t(onlyOpen ? "tree.none_missing" : "tree.none")} />}
      <div
        ref={box}
        hidden={lines.length === 0}
        className="tree-lines"
        role="tree"
        aria-label={t("tree.label")}
        onKeyDown={walk}
        tabIndex={-1}
      >
        {lines.map(({ row, key, hasBelow }) =>
          row.item === undefined || hasBelow ? (
            <HeadingRow key={key} id={key} row={row} folded={folded.has(key)} stop={key === stop} onToggle={toggle} />
          ) : (
            <LeafRow
              key={key}
              item={row.item}
              level={row.level}
              desk={desk}
              missing={missing.get(row.code)}
              current={row.code === current}
              stop={key === stop}
              to={base + encodeURIComponent(row.code)}
              onOpen={onOpen}
            />
          ),
        )}
      </div>
    </div>
  );
});

/** The keys of a tree: up, down, home, end walk; left and right fold. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=treeitem]")];
  const here = all.indexOf(document.activeElement as HTMLElement);
  const expanded = all[here]?.getAttribute("aria-expanded");
  const steps: Record<string, number> = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 };
  const next = steps[event.key];
  if (next !== undefined) all[Math.max(0, Math.min(all.length - 1, next))]?.focus();
  else if (event.key === "ArrowLeft" && expanded === "true") all[here]?.click();
  else if (event.key === "ArrowRight" && expanded === "false") all[here]?.click();
  else return;
  event.preventDefault();
}
