import { useTranslation } from "react-i18next";
import { textAt, valueAt, type Path } from "../tree/document";
import { useChoices } from "./choices";
import { useEditing } from "./context";
import { SelectInput, TextInput } from "./inputs";
import { Rows, type RowColumn } from "./Rows";

/** How a leaf is scored: the method, then what that method asks for. */
export function Scoring({ path }: { path: Path }) {
  const { t } = useTranslation("criteria_set");
  const { document } = useEditing();
  const choices = useChoices();
  const at = (...keys: string[]) => [...path, "scoring", ...keys];
  const method = textAt(document, at("method"));
  const input = textAt(document, at("input"));
  const source = textAt(document, at("auto_source"));
  const parts = method === "ratio" || (method === "levels" && input === "percent");
  const label = (key: string) => t(`scoring.${key}`);
  const number = (key: string, ...keys: string[]) => <TextInput path={at(...keys)} label={label(key)} number />;
  return (
    <>
      <div className="set-grid">
        <SelectInput path={at("method")} label={label("method")} options={choices.method} />
        {method === "levels" && <SelectInput path={at("input")} label={label("input")} options={choices.input} />}
        {method !== "survey" && (
          <SelectInput path={at("auto_source")} label={label("auto_source")} options={choices.source} clear />
        )}
        {method === "survey" && (
          <SelectInput path={at("conversion")} label={label("conversion")} options={choices.conversion} clear />
        )}
        {(method === "deduction" || method === "levels") && <TextInput path={at("unit")} label={label("unit")} />}
      </div>
      {parts && (
        <div className="set-grid">
          <TextInput path={at("numerator", "label")} label={label("numerator")} />
          <TextInput path={at("denominator", "label")} label={label("denominator")} />
          {method === "ratio" && number("constant", "denominator", "constant")}
          {method === "ratio" && number("below_percent", "floor", "below_percent")}
          {method === "ratio" && number("floor_score", "floor", "score")}
          <SelectInput path={at("zero_denominator")} label={label("zero_denominator")} options={choices.zero} clear />
        </div>
      )}
      {method === "deduction" && (
        <div className="set-grid">
          {number("start_score", "start_score")}
          {number("per_occurrence", "per_occurrence")}
          {number("min_score", "min_score")}
        </div>
      )}
      {method === "yes_no" && <Options path={at("options")} bands={false} />}
      {method === "levels" && <Options path={at("levels")} bands={input !== "choice"} />}
      {method === "survey" && (
        <Rows
          path={at("sources")}
          title={label("sources")}
          fresh={{ form: "", questions: [], weight: "1" }}
          columns={[
            { key: "form", label: label("form"), kind: "text", width: 110 },
            { key: "questions", label: label("questions"), kind: "texts", width: 220 },
            { key: "weight", label: label("weight"), kind: "number", width: 80 },
          ]}
        />
      )}
      {(source !== "" || valueAt(document, at("delay_bands")) !== undefined) && method === "levels" && (
        <Rows
          path={at("delay_bands")}
          title={label("delay_bands")}
          fresh={{ max_days: null, level: "" }}
          columns={[
            { key: "max_days", label: label("max_days"), kind: "number", width: 130 },
            { key: "level", label: label("level"), kind: "text", width: 90 },
          ]}
        />
      )}
    </>
  );
}

function Options({ path, bands }: { path: Path; bands: boolean }) {
  const { t } = useTranslation("criteria_set");
  const label = (key: string) => t(`scoring.${key}`);
  const columns: RowColumn[] = [
    { key: "id", label: label("id"), kind: "text", width: 60 },
    { key: "label", label: label("label"), kind: "text", width: 240 },
    ...(bands
      ? ([
          { key: "min", label: label("min"), kind: "number", width: 70 },
          { key: "below", label: label("below"), kind: "number", width: 70 },
        ] satisfies RowColumn[])
      : []),
    { key: "score", label: label("score"), kind: "number", width: 80 },
  ];
  return <Rows path={path} title={label("levels")} fresh={{ id: "", label: "", score: "0" }} columns={columns} />;
}
