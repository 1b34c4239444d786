import type { FormInstance } from "antd";
import { useCallback } from "react";
import { ProblemError } from "@/shared/api/problem";
import { useTell } from "./useTell";

/** Put what a service refused beside the fields it names (`/name` is the field `name`); what belongs to none is told apart. */
export function useFormFaults(form: FormInstance): (fault: unknown) => void {
  const tell = useTell();
  return useCallback(
    (fault) => {
      const known = Object.keys(form.getFieldsValue(true) as object);
      const named = fault instanceof ProblemError ? (fault.problem.errors ?? []) : [];
      const fields = named.flatMap(({ pointer, detail }) => {
        const name = pointer?.split("/")[1] ?? "";
        return known.includes(name) || form.getFieldInstance(name) !== undefined ? [{ name, errors: [detail] }] : [];
      });
      const [first] = fields;
      if (first === undefined) return tell(fault);
      form.setFields(fields);
      form.scrollToField(first.name, { focus: true, block: "center" });
    },
    [form, tell],
  );
}
