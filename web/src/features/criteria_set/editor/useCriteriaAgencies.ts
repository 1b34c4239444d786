import { textAt, valueAt } from "../tree/document";
import { useEditing } from "./context";

/** The set's own agencies, to choose one by. */
export function useCriteriaAgencies(): { value: string; label: string }[] {
  const { document } = useEditing();
  const appraisers = valueAt(document, ["appraisers"]);
  if (appraisers === null || typeof appraisers !== "object" || Array.isArray(appraisers)) return [];
  return Object.keys(appraisers).map((code) => {
    const title = textAt(appraisers, [code, "title"]);
    return { value: code, label: title === "" ? code : `${code} – ${title}` };
  });
}
