import { useTranslation } from "react-i18next";
import { textAt } from "../tree/document";
import { useChoices } from "./choices";
import { useEditing } from "./context";
import { TextInput } from "./inputs";
import { Rows } from "./Rows";

/** What stands outside the tree: bonus and deduction, grades or classification, knock-outs. */
export function Outcome() {
  const { t } = useTranslation("criteria_set");
  const { document } = useEditing();
  const choices = useChoices();
  const tasks = textAt(document, ["program"]) === "task_completion";
  const label = (key: string) => t(`outcome.${key}`);
  return (
    <div className="set-node">
      <div className="set-grid">
        <TextInput path={["adjustments", "bonus_cap"]} label={label("bonus_cap")} number />
        <TextInput path={["adjustments", "deduction_cap"]} label={label("deduction_cap")} number />
      </div>
      <Rows
        path={["adjustments", "items"]}
        title={label("adjustments")}
        fresh={{ code: "", kind: "bonus", title: "", per_occurrence: "0.5", unit: "", cap: "1", evidence: [] }}
        columns={[
          { key: "code", label: label("code"), kind: "text", width: 70 },
          { key: "kind", label: label("kind"), kind: "select", options: choices.kind },
          { key: "title", label: label("name"), kind: "text", width: 260 },
          { key: "per_occurrence", label: label("per_occurrence"), kind: "number", width: 80 },
          { key: "unit", label: label("unit"), kind: "text", width: 100 },
          { key: "cap", label: label("cap"), kind: "number", width: 70 },
          {
            key: "appraiser",
            label: label("appraiser"),
            kind: "select",
            options: choices.agencies,
            clear: true,
            width: 150,
          },
          {
            key: "auto_source",
            label: label("auto_source"),
            kind: "select",
            options: choices.source,
            clear: true,
            width: 150,
          },
          { key: "evidence", label: label("evidence"), kind: "texts", width: 180 },
        ]}
      />
      <Rows
        path={tasks ? ["classification", "levels"] : ["grades"]}
        title={tasks ? label("classification") : label("grades")}
        fresh={{ code: "", title: "", min_percent: "0" }}
        columns={[
          { key: "code", label: label("code"), kind: "text", width: 120 },
          { key: "title", label: label("name"), kind: "text", width: 260 },
          { key: "min_percent", label: label("min_percent"), kind: "number", width: 100 },
        ]}
      />
      {tasks && (
        <Rows
          path={["classification", "knock_out_conditions"]}
          title={label("knock_outs")}
          fresh={{ code: "", title: "", max_level: "", check: "manual" }}
          columns={[
            { key: "code", label: label("code"), kind: "text", width: 70 },
            { key: "title", label: label("name"), kind: "text", width: 280 },
            { key: "max_level", label: label("max_level"), kind: "text", width: 120 },
            { key: "check", label: label("check"), kind: "text", width: 200 },
            {
              key: "appraiser",
              label: label("confirmed_by"),
              kind: "select",
              options: choices.agencies,
              clear: true,
              width: 150,
            },
          ]}
        />
      )}
    </div>
  );
}
