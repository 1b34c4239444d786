import { useQueries } from "@tanstack/react-query";
import { Form, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { criteriaSetQuery } from "@/shared/criteria/useCriteriaSets";

interface Agency {
  code: string;
  unit: string;
  title: string;
}

/** Who scores in an agency's place on the sheet of that agency's own unit (conflict_appraiser). */
export function Replacements() {
  const { t } = useTranslation("planning");
  const chosen = Form.useWatch<string[] | undefined>("criteria_set_ids") ?? [];
  const on = Form.useWatch<boolean | undefined>(["conflict_appraiser", "enabled"]);
  const agencies = useAgencies(chosen);
  const options = agencies.map(({ code, title }) => ({ value: code, label: `${code} – ${title}` }));
  return (
    <fieldset className="plan-block">
      <legend>{t("form.conflict")}</legend>
      <Form.Item name={["conflict_appraiser", "enabled"]} label={t("form.conflict_on")} valuePropName="checked">
        <Switch />
      </Form.Item>
      {on === false && <p>{t("form.conflict_off")}</p>}
      <div className="plan-grid">
        {agencies.map(({ code, title }) => (
          <Form.Item
            key={code}
            name={["conflict_appraiser", "replacements", code]}
            label={t("form.replaces", { agency: `${code} – ${title}` })}
            hidden={on === false}
          >
            <Select
              allowClear
              showSearch={{ optionFilterProp: "label" }}
              options={options.filter(({ value }) => value !== code)}
            />
          </Form.Item>
        ))}
      </div>
      {agencies.length === 0 && <p>{t("form.choose_sets_first")}</p>}
    </fieldset>
  );
}

function useAgencies(setIds: string[]): Agency[] {
  return useQueries({
    queries: setIds.map(criteriaSetQuery),
    combine: (sets) => {
      const found = new Map<string, Agency>();
      for (const set of sets) {
        const appraisers = (set.data?.document?.appraisers ?? {}) as Record<string, { unit?: string; title?: string }>;
        for (const [code, { unit = "", title = "" }] of Object.entries(appraisers)) {
          if (!found.has(code)) found.set(code, { code, unit, title });
        }
      }
      return [...found.values()];
    },
  });
}
