import { Button, Input, Select, Space } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSurveyForms } from "@/shared/criteria/useCriteriaSets";
import { useUnitTypes, useUnits } from "@/shared/unit/useUnits";
import { useUnitTypeTitle } from "@/shared/unit/useUnitTypeTitle";
import { useChoices } from "./choices";
import { useEditing } from "./context";
import { SelectInput, TextInput, TextsInput } from "./inputs";

/** What holds for the whole set: names, maxima, ranking, the survey forms it is judged with, its agencies. */
export function General(props: { formsId: string | null; onForms: (id: string | null) => void }) {
  const { t } = useTranslation("criteria_set");
  const { locked } = useEditing();
  const choices = useChoices();
  const forms = useSurveyForms();
  const types = useUnitTypes();
  const typeTitle = useUnitTypeTitle();
  const label = (key: string) => t(`general.${key}`);
  return (
    <div className="set-node">
      <div className="set-grid">
        <TextInput path={["code"]} label={label("code")} />
        <SelectInput path={["program"]} label={label("program")} options={choices.program} />
        <TextInput path={["assessment_year"]} label={label("assessment_year")} number />
        <TextInput path={["short_title"]} label={label("short_title")} />
      </div>
      <TextInput path={["title"]} label={label("title")} rows={2} />
      <TextsInput
        path={["unit_types"]}
        label={label("unit_types")}
        options={types.data?.map((type) => ({ value: type.code, label: typeTitle(type.code) }))}
        empty
      />
      <TextsInput path={["based_on"]} label={label("based_on")} />
      <div className="set-grid">
        <TextInput path={["max_score"]} label={label("max_score")} number />
        <TextInput path={["appraised_max"]} label={label("appraised_max")} number />
        <TextInput path={["survey_max"]} label={label("survey_max")} number />
        <TextInput path={["score_decimals"]} label={label("score_decimals")} number />
        <TextInput path={["index", "decimals"]} label={label("index_decimals")} number />
        <SelectInput path={["ranking", "rank_by"]} label={label("rank_by")} options={choices.rank_by} clear />
        <SelectInput path={["ranking", "tie_rule"]} label={label("tie_rule")} options={choices.tie_rule} clear />
      </div>
      <TextsInput path={["ranking", "tie_break_keys"]} label={label("tie_break_keys")} />
      <label>
        {label("survey_forms")}{" "}
        <Select
          allowClear
          disabled={locked}
          value={props.formsId ?? undefined}
          onChange={(id: string | undefined) => props.onForms(id ?? null)}
          options={forms.data?.map((one) => ({
            value: one.id,
            label: `${t("page.version", { number: one.version_number })} · ${one.decision?.number ?? t("common:version.draft")}`,
          }))}
          style={{ inlineSize: 300, maxInlineSize: "100%", marginBlockEnd: 12 }}
        />
      </label>
      <Agencies />
    </div>
  );
}

function Agencies() {
  const { t } = useTranslation("criteria_set");
  const { locked, set } = useEditing();
  const { agencies } = useChoices();
  const units = useUnits();
  const [code, setCode] = useState("");
  const label = (key: string) => t(`agency.${key}`);
  const options = units.data?.map((unit) => ({ value: unit.code, label: unit.name })) ?? [];
  return (
    <section className="set-rows">
      <h3>{label("title")}</h3>
      <div className="set-scroll">
        <table aria-label={label("title")}>
          <thead>
            <tr>
              <th scope="col">{label("code")}</th>
              <th scope="col">{label("unit")}</th>
              <th scope="col">{label("name")}</th>
              {!locked && <th scope="col">{t("row.act")}</th>}
            </tr>
          </thead>
          <tbody>
            {agencies.map(({ value }) => (
              <tr key={value}>
                <th scope="row">{value}</th>
                <td>
                  <SelectInput
                    path={["appraisers", value, "unit"]}
                    label={`${value}: ${label("unit")}`}
                    options={options}
                    bare
                  />
                </td>
                <td>
                  <TextInput path={["appraisers", value, "title"]} label={`${value}: ${label("name")}`} bare />
                </td>
                {!locked && (
                  <td>
                    <Button size="small" danger type="text" onClick={() => set(["appraisers", value], undefined)}>
                      {t("common:action.delete")}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!locked && (
        <Space>
          <Input
            aria-label={label("new_code")}
            placeholder={label("new_code")}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
          <Button
            disabled={code.trim() === "" || agencies.some(({ value }) => value === code.trim())}
            onClick={() => {
              set(["appraisers", code.trim()], { unit: "", title: "" });
              setCode("");
            }}
          >
            {t("row.add")}
          </Button>
        </Space>
      )}
    </section>
  );
}
