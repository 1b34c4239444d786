import { useTranslation } from "react-i18next";
import { useCriteriaAgencies } from "./useCriteriaAgencies";

/** The identifiers that the rules know, with the words for them (glossary §3). */
export function useChoices() {
  const { t } = useTranslation("criteria_set");
  const named = (group: string, values: string[]) =>
    values.map((value) => ({ value, label: t(`${group}.${value.replace(".", "_")}`) }));
  return {
    agencies: useCriteriaAgencies(),
    program: named("program_of", ["par_index", "task_completion"]),
    method: named("method", ["levels", "ratio", "yes_no", "deduction", "survey"]),
    input: named("input", ["choice", "percent", "count"]),
    zero: named("zero", ["zero", "max_score", "not_applicable"]),
    source: named("source", ["par_index.index_percent", "workflow.submission_delay", "workflow.self_vs_appraised_gap"]),
    conversion: named("conversion", ["mean_weight", "positive_share"]),
    kind: named("kind", ["bonus", "deduction"]),
    rank_by: named("rank_by", ["index", "final_score"]),
    tie_rule: named("tie_rule", ["shared_rank_dense", "shared_rank_gap", "tie_break"]),
  };
}
