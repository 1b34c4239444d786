import type { Sheet } from "@/shared/sheet/useSheet";
import type { EvidenceFile } from "@/shared/evidence/file";
import { typedNumber } from "@/shared/format/numbers";

/** One item as a service keeps it. */
export type Answer = Sheet["items"][number];
export type File = EvidenceFile;

/** What a person fills in for one item; numbers as typed. */
export interface Fields {
  option: string;
  numerator: string;
  denominator: string;
  count: string;
  not_applicable: boolean;
  explanation: string;
  evidence: File[];
}

/** What is merged as one: two halves of a declared value, each by another hand, would be nobody's value. */
export type Group = "value" | "explanation" | "evidence";
export const GROUPS: readonly Group[] = ["value", "explanation", "evidence"];
const VALUE = ["option", "numerator", "denominator", "count"] as const;

export const NOTHING: Fields = {
  option: "",
  numerator: "",
  denominator: "",
  count: "",
  not_applicable: false,
  explanation: "",
  evidence: [],
};

/** A kept answer as it is shown for editing: `1260.5` as `1260,5`. An item that nobody has written to has no fields. */
export function fieldsOf(answer: Partial<Answer> | undefined): Fields {
  const shown = (text: string | null | undefined): string => (text ?? "").replace(".", ",");
  return {
    option: answer?.option ?? "",
    numerator: shown(answer?.numerator),
    denominator: shown(answer?.denominator),
    count: shown(answer?.count),
    not_applicable: answer?.not_applicable ?? false,
    explanation: answer?.explanation ?? "",
    evidence: answer?.evidence ?? [],
  };
}

/** As the service takes it; a value that is not whole yet is kept as far as it is. */
export function toBody(fields: Fields) {
  return {
    option: fields.option || null,
    numerator: typedNumber(fields.numerator) || null,
    denominator: typedNumber(fields.denominator) || null,
    count: typedNumber(fields.count) || null,
    not_applicable: fields.not_applicable,
    explanation: fields.explanation.normalize("NFC"),
    evidence: fields.evidence.map((file) => file.id),
    unfinished: true,
  };
}
export type Body = ReturnType<typeof toBody>;

/** Whether both mean the same to the service: `1.260,50` is `1260.50`. */
export function sameGroup(group: Group, one: Fields, other: Fields): boolean {
  if (group === "explanation") return one.explanation.normalize("NFC") === other.explanation.normalize("NFC");
  if (group === "evidence") return ids(one) === ids(other);
  return (
    one.not_applicable === other.not_applicable &&
    VALUE.every((name) => typedNumber(one[name]) === typedNumber(other[name]))
  );
}

export function same(one: Fields, other: Fields): boolean {
  return GROUPS.every((group) => sameGroup(group, one, other));
}

/** `from` with a group of `to`'s. */
export function withGroup(group: Group, from: Fields, to: Fields): Fields {
  if (group === "explanation") return { ...from, explanation: to.explanation };
  if (group === "evidence") return { ...from, evidence: to.evidence };
  const { option, numerator, denominator, count, not_applicable } = to;
  return { ...from, option, numerator, denominator, count, not_applicable };
}

function ids(fields: Fields): string {
  return fields.evidence.map((file) => file.id).join(" ");
}
