import { PlusOutlined } from "@ant-design/icons";
import { Badge, Button, Empty, Tree, type TreeDataNode } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { points } from "@/shared/format/numbers";
import { branchOf, childrenKey, keyOf, listAt, textAt, type Document, type Path } from "../tree/document";
import { useEditing } from "./context";
import { freshNode, NodePanel } from "./NodePanel";

/** Fields, criteria and sub_criteria to the left, the chosen one to edit beside. A branch shows how many faults lie in it. */
export function TreeView({ chosen, onChoose }: { chosen: Path; onChoose: (path: Path) => void }) {
  const { t } = useTranslation("criteria_set");
  const { document, locked, set, faults } = useEditing();
  const counts = useMemo(() => faultCounts(faults), [faults]);
  const nodes = useMemo(() => nodesOf(document, ["fields"], counts), [document, counts]);
  const add = () => {
    const place = listAt(document, ["fields"]).length;
    set(["fields", place], freshNode("", place + 1, "fields"));
    onChoose(["fields", place]);
  };
  const there = chosen.length > 0 && listAt(document, chosen.slice(0, -1))[Number(chosen.at(-1))] !== undefined;
  return (
    <div className="set-editor">
      <div className="set-tree">
        <Tree
          blockNode
          showLine
          treeData={nodes}
          selectedKeys={[keyOf(chosen)]}
          defaultExpandedKeys={chosen.length > 2 ? [keyOf(chosen.slice(0, 2)), keyOf(chosen.slice(0, 4))] : []}
          autoExpandParent
          onSelect={([key]) => key !== undefined && onChoose(JSON.parse(String(key)) as Path)}
          aria-label={t("tree.label")}
        />
        {nodes.length === 0 && <Empty description={t("tree.empty")} />}
        {!locked && (
          <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={add} style={{ marginBlockStart: 8 }}>
            {t("tree.add_field")}
          </Button>
        )}
      </div>
      {there ? (
        <NodePanel key={keyOf(chosen)} path={chosen} onChoose={onChoose} />
      ) : (
        <Empty description={t("tree.choose")} />
      )}
    </div>
  );
}

function nodesOf(document: Document, list: Path, counts: ReadonlyMap<string, number>): TreeDataNode[] {
  return listAt(document, list).map((_, index) => {
    const path = [...list, index];
    const children = childrenKey(path);
    const count = counts.get(keyOf(path)) ?? 0;
    return {
      key: keyOf(path),
      title: (
        <>
          <b>{textAt(document, [...path, "code"])}</b> {textAt(document, [...path, "title"])}{" "}
          <span style={{ color: "var(--ant-color-text-secondary)" }}>
            ({points(textAt(document, [...path, "max_score"]))})
          </span>{" "}
          {count > 0 && <Badge count={count} size="small" />}
        </>
      ),
      children: children === null ? [] : nodesOf(document, [...path, children], counts),
    };
  });
}

/** How many faulty places lie in each branch, those of its children with them. */
function faultCounts(faults: ReadonlyMap<string, string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of faults.keys()) {
    const branch = branchOf(JSON.parse(key) as Path);
    for (let end = branch?.length ?? 0; branch !== null && end >= 2; end -= 2) {
      const around = keyOf(branch.slice(0, end));
      counts.set(around, (counts.get(around) ?? 0) + 1);
    }
  }
  return counts;
}
