import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Alert, Button, Popconfirm, Space } from "antd";
import { useTranslation } from "react-i18next";
import { childrenKey, keyOf, listAt, moved, textAt, valueAt, type Path, type Value } from "../tree/document";
import { useChoices } from "./choices";
import { useEditing } from "./context";
import { CheckInput, SelectInput, TextInput, TextsInput } from "./inputs";
import { Scoring } from "./Scoring";

/** One field, criterion or sub_criterion: what it says, and for a leaf how it is scored. */
export function NodePanel({ path, onChoose }: { path: Path; onChoose: (path: Path) => void }) {
  const { t } = useTranslation("criteria_set");
  const { document, locked, set, replace, faults } = useEditing();
  const { agencies } = useChoices();
  const children = childrenKey(path);
  const has = children !== null && listAt(document, [...path, children]).length > 0;
  const isLeaf = path.length > 2 && !has;
  const level = ["field", "criterion", "sub_criterion"][path.length / 2 - 1] ?? "field";
  const own = faults.get(keyOf(path)) ?? (children && faults.get(keyOf([...path, children])));
  const system =
    textAt(document, [...path, "scoring", "method"]) === "survey" ||
    textAt(document, [...path, "scoring", "auto_source"]) !== "";
  const move = (by: number) => {
    const index = Number(path.at(-1)) + by;
    const siblings = listAt(document, path.slice(0, -1));
    if (index < 0 || index >= siblings.length) return;
    replace(moved(document, path, by));
    onChoose([...path.slice(0, -1), index]);
  };
  const add = () => {
    if (children === null) return;
    const list = listAt(document, [...path, children]);
    const place = [...path, children, list.length];
    // What had been a leaf becomes a heading over its first child, which takes its scoring.
    if (isLeaf) {
      const node = valueAt(document, path) as { [key: string]: Value };
      const { code = "", title = "", max_score = "0", ...leaf } = node;
      set(path, { code, title, max_score, [children]: [{ ...leaf, code: `${String(code)}.1`, title, max_score }] });
    } else set(place, freshNode(textAt(document, [...path, "code"]), list.length + 1, children));
    onChoose(place);
  };
  return (
    <div className="set-node">
      {own && <Alert type="error" showIcon title={own} style={{ marginBlockEnd: 8 }} />}
      <div className="set-grid">
        <TextInput path={[...path, "code"]} label={t("node.code")} />
        <TextInput path={[...path, "max_score"]} label={t("node.max_score")} number />
        {isLeaf && !system && (
          <SelectInput path={[...path, "appraiser"]} label={t("node.appraiser")} options={agencies} clear />
        )}
      </div>
      <TextInput path={[...path, "title"]} label={t(`node.${level}`)} rows={2} />
      {isLeaf && (
        <>
          <Space wrap>
            <CheckInput path={[...path, "self_scored"]} label={t("node.self_scored")} />
            <CheckInput path={[...path, "not_applicable_allowed"]} label={t("node.not_applicable_allowed")} />
          </Space>
          <Scoring path={path} />
          <TextsInput path={[...path, "evidence"]} label={t("node.evidence")} empty />
        </>
      )}
      {!locked && (
        <Space wrap>
          {children && (
            <Button icon={<PlusOutlined aria-hidden />} onClick={add}>
              {t(`node.add_${children}`)}
            </Button>
          )}
          <Button icon={<ArrowUpOutlined aria-hidden />} aria-label={t("node.up")} onClick={() => move(-1)} />
          <Button icon={<ArrowDownOutlined aria-hidden />} aria-label={t("node.down")} onClick={() => move(1)} />
          <Popconfirm
            title={t("node.remove_ask", { code: textAt(document, [...path, "code"]) })}
            okText={t("common:action.delete")}
            cancelText={t("common:action.cancel")}
            onConfirm={() => {
              set(path, undefined);
              onChoose(path.slice(0, -2));
            }}
          >
            <Button danger icon={<DeleteOutlined aria-hidden />}>
              {t("node.remove")}
            </Button>
          </Popconfirm>
        </Space>
      )}
    </div>
  );
}

/** A new node: a leaf where it is a criterion or sub_criterion. */
export function freshNode(parent: string, number: number, kind: "fields" | "criteria" | "sub_criteria"): Value {
  if (kind === "fields") return { code: String(number), title: "", max_score: "0", criteria: [] };
  return {
    code: `${parent}.${number}`,
    title: "",
    max_score: "1",
    self_scored: true,
    not_applicable_allowed: false,
    scoring: {
      method: "yes_no",
      options: [
        { id: "yes", label: "Có", score: "1" },
        { id: "no", label: "Không", score: "0" },
      ],
    },
    evidence: [],
  };
}
