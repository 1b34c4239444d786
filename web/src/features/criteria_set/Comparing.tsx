import { Alert, Empty, Select, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCriteriaSets, type WholeDocument } from "@/shared/criteria/useCriteriaSets";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { useSetDifference } from "./requests/useSetDifference";
import { listAt, textAt, type Document, type Value } from "./tree/document";

interface Line {
  code: string;
  kind: "added" | "removed" | "changed";
  attributes: readonly string[];
  anew: boolean;
}

/** What another version says otherwise: items added, removed and changed, by their titles. */
export function Comparing({ version }: { version: WholeDocument }) {
  const { t } = useTranslation("criteria_set");
  const sets = useCriteriaSets();
  const [other, setOther] = useState<string>();
  // From the other version to this one: what this one added, removed, changed.
  const difference = useSetDifference(other ?? version.id, other === undefined ? undefined : version.id);
  const titles = titlesOf((version.document ?? {}) as Document);
  const told = difference.data;
  const lines: Line[] = told
    ? [
        ...told.changed.map((one) => ({
          code: one.code,
          kind: "changed" as const,
          attributes: one.attributes,
          anew: one.declared_anew,
        })),
        ...told.added.map((code) => ({ code, kind: "added" as const, attributes: [], anew: false })),
        ...told.removed.map((code) => ({ code, kind: "removed" as const, attributes: [], anew: false })),
      ]
    : [];
  const colours = { added: "green", removed: "red", changed: "gold" };
  return (
    <>
      <Select
        aria-label={t("difference.with")}
        placeholder={t("difference.with")}
        value={other}
        onChange={setOther}
        showSearch={{ optionFilterProp: "label" }}
        style={{ inlineSize: 420, maxInlineSize: "100%", marginBlockEnd: 8 }}
        options={sets.data
          ?.filter((one) => one.id !== version.id)
          .sort((a, b) => Number(b.code === version.code) - Number(a.code === version.code))
          .map((one) => ({
            value: one.id,
            label: `${one.code} · ${t("page.version", { number: one.version_number })}${one.status === "draft" ? ` (${t("common:version.draft")})` : ""}`,
          }))}
      />
      {difference.isError && <Trouble fault={difference.error} />}
      {other !== undefined && difference.isPending && <Loading />}
      {told && told.attributes.length > 0 && (
        <Alert
          type="info"
          showIcon
          style={{ marginBlockEnd: 8 }}
          title={t("difference.attributes", {
            attributes: told.attributes.map((one) => t(`attribute.${one}`, { defaultValue: one })).join(", "),
          })}
        />
      )}
      {told && (
        <Table<Line>
          rowKey={(line) => line.kind + line.code}
          size="small"
          dataSource={lines}
          pagination={{ pageSize: 100, hideOnSinglePage: true }}
          scroll={{ x: 620 }}
          locale={{ emptyText: <Empty description={t("difference.same")} /> }}
          columns={[
            { title: t("node.code"), dataIndex: "code", width: 90 },
            { title: t("difference.title"), render: (_, line) => titles.get(line.code) ?? "" },
            {
              title: t("difference.what"),
              render: (_, line) => (
                <>
                  <Tag color={colours[line.kind]}>{t(`difference.${line.kind}`)}</Tag>
                  {line.attributes.map((one) => t(`attribute.${one}`, { defaultValue: one })).join(", ")}{" "}
                  {line.anew && <Tag color="volcano">{t("difference.anew")}</Tag>}
                </>
              ),
            },
          ]}
        />
      )}
    </>
  );
}

function titlesOf(document: Document): Map<string, string> {
  const titles = new Map<string, string>();
  const note = (node: Value): void => {
    titles.set(textAt(node, ["code"]), textAt(node, ["title"]));
    for (const key of ["criteria", "sub_criteria"]) listAt(node, [key]).forEach(note);
  };
  listAt(document, ["fields"]).forEach(note);
  listAt(document, ["adjustments", "items"]).forEach(note);
  return titles;
}
