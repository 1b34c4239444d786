import { useMemo, useState } from "react";
import type { WholeDocument } from "@/shared/criteria/useCriteriaSets";
import type { SetText } from "../requests/useJudge";
import { withValue, type Document, type Path, type Value } from "../tree/document";

interface State {
  document: Document;
  /** The YAML that was read last, as long as the tree was not changed since: its comments are kept. */
  source: string | null;
  formsId: string | null;
  changed: boolean;
}

export type Editor = ReturnType<typeof useEditor>;

/** A set while it is edited: its tree, and the text to send. `fresh`: it is not yet kept as it stands here. */
export function useEditor(
  version: Pick<WholeDocument, "document" | "source" | "media_type" | "survey_forms_id">,
  fresh: boolean,
) {
  const [state, setState] = useState<State>({
    document: (version.document ?? {}) as Document,
    source: version.media_type === "yaml" && version.source !== "" ? version.source : null,
    formsId: version.survey_forms_id,
    changed: fresh,
  });
  const body = useMemo<SetText>(
    () => ({
      survey_forms_id: state.formsId,
      ...(state.source === null
        ? { media_type: "json", document: JSON.stringify({ schema_version: 1, criteria_set: state.document }) }
        : { media_type: "yaml", document: state.source }),
    }),
    [state],
  );
  return {
    ...state,
    body,
    set: (path: Path, value: Value | undefined) =>
      setState((before) => ({
        ...before,
        document: withValue(before.document, path, value),
        source: null,
        changed: true,
      })),
    replace: (document: Document, source: string | null = null) =>
      setState((before) => ({ ...before, document, source, changed: true })),
    choose: (formsId: string | null) => setState((before) => ({ ...before, formsId, changed: true })),
    kept: () => setState((before) => ({ ...before, changed: false })),
  };
}

/** An empty set with what every set has. */
export const EMPTY_SET: Document = {
  code: "",
  program: "par_index",
  title: "",
  unit_types: [],
  max_score: "100",
  appraised_max: "100",
  survey_max: "0",
  score_decimals: "2",
  appraisers: {},
  fields: [],
  grades: [
    { code: "A", title: "Tốt", min_percent: "90" },
    { code: "B", title: "Khá", min_percent: "80" },
    { code: "C", title: "Trung bình", min_percent: "70" },
    { code: "D", title: "Yếu", min_percent: "0" },
  ],
};
