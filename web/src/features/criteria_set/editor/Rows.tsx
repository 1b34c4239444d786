import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { keyOf, listAt, moved, type Path, type Value } from "../tree/document";
import { useEditing } from "./context";
import { SelectInput, TextInput, TextsInput } from "./inputs";
import "./editor.css";

export interface RowColumn {
  key: string;
  label: string;
  kind: "text" | "number" | "select" | "texts";
  options?: { value: string; label: string }[];
  clear?: boolean;
  width?: number;
}

/** A list of the document as a table that is edited in place: levels, survey sources, adjustments, grades … */
export function Rows(props: { path: Path; columns: RowColumn[]; title: string; fresh: Value }) {
  const { path, columns, title, fresh } = props;
  const { t } = useTranslation("criteria_set");
  const { document, locked, set, replace, faults } = useEditing();
  const rows = listAt(document, path);
  const own = faults.get(keyOf(path));
  return (
    <section className="set-rows">
      <h3>{title}</h3>
      {own && <p className="set-fault">{own}</p>}
      <div className="set-scroll">
        <table aria-label={title}>
          <thead>
            <tr>
              {columns.map(({ key, label, width }) => (
                <th key={key} scope="col" style={{ minInlineSize: width ?? 100 }}>
                  {label}
                </th>
              ))}
              {!locked && <th scope="col">{t("row.act")}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((_, index) => {
              const at = [...path, index];
              const fault = faults.get(keyOf(at));
              return (
                // The place is what a row is known by: its code may be typed anew.
                <tr key={keyOf(at)} className={fault ? "set-row-fault" : undefined} title={fault}>
                  {columns.map((column, place) => (
                    <td key={column.key}>
                      <RowCell path={[...at, column.key]} column={column} row={index + 1} />
                      {place === 0 && fault && <span className="set-fault">{fault}</span>}
                    </td>
                  ))}
                  {!locked && (
                    <td className="set-row-acts">
                      <Button
                        size="small"
                        type="text"
                        icon={<ArrowUpOutlined aria-hidden />}
                        aria-label={t("row.up", { row: index + 1 })}
                        disabled={index === 0}
                        onClick={() => replace(moved(document, at, -1))}
                      />
                      <Button
                        size="small"
                        type="text"
                        icon={<ArrowDownOutlined aria-hidden />}
                        aria-label={t("row.down", { row: index + 1 })}
                        disabled={index === rows.length - 1}
                        onClick={() => replace(moved(document, at, 1))}
                      />
                      <Button
                        size="small"
                        type="text"
                        danger
                        icon={<DeleteOutlined aria-hidden />}
                        aria-label={t("row.remove", { row: index + 1 })}
                        onClick={() => set(at, undefined)}
                      />
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {!locked && (
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => set([...path, rows.length], fresh)}>
          {t("row.add")}
        </Button>
      )}
    </section>
  );
}

function RowCell({ path, column, row }: { path: Path; column: RowColumn; row: number }) {
  const { t } = useTranslation("criteria_set");
  const place = { path, label: t("row.cell", { row, column: column.label }), bare: true };
  switch (column.kind) {
    case "select":
      return <SelectInput {...place} options={column.options ?? []} clear={column.clear} />;
    case "texts":
      return <TextsInput {...place} options={column.options} empty />;
    default:
      return <TextInput {...place} number={column.kind === "number"} />;
  }
}
