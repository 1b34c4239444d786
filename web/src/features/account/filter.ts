import type { operations } from "@/api/generated/identity";

type Query = NonNullable<operations["list_accounts"]["parameters"]["query"]>;

export interface AccountFilter {
  words: string;
  kind?: Query["kind"];
  unit?: string | undefined;
  state: "usable" | "locked" | "appraisal_lock" | "ended" | "all";
}

/** What the service is asked for; it finds words with or without marks. */
export function queryOf({ words, kind, unit, state }: AccountFilter): Query {
  const looked = words.trim();
  return {
    ...(looked !== "" && { words: looked }),
    ...(kind !== undefined && { kind }),
    ...(unit !== undefined && { unit_code: unit }),
    ...(state === "usable" && { usable: true }),
    ...(state === "appraisal_lock" && { appraisal_lock: true }),
    ...((state === "locked" || state === "ended") && { status: state }),
  };
}
