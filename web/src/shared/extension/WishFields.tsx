import { Form, Input } from "antd";
import { ProblemError } from "@/shared/api/problem";
import { InstantPicker } from "@/shared/ui/InstantPicker";

export interface Wish {
  to: string | null;
  reason: string;
}

/** A longer deadline and why, as asked for or as given; faults of the last try stand at their field. */
export function WishFields(props: {
  name: string;
  labels: { to: string; reason: string };
  wish: Wish;
  onChange: (wish: Wish) => void;
  fault: unknown;
}) {
  const { name, labels, wish, onChange } = props;
  const fault = (pointer: string) => (props.fault instanceof ProblemError ? props.fault.faultAt(pointer) : undefined);
  return (
    <>
      <Form.Item
        label={labels.to}
        htmlFor={`${name}-to`}
        required
        help={fault("/to")}
        validateStatus={fault("/to") ? "error" : ""}
      >
        <InstantPicker id={`${name}-to`} value={wish.to} onChange={(to) => onChange({ ...wish, to })} />
      </Form.Item>
      <Form.Item
        label={labels.reason}
        htmlFor={`${name}-reason`}
        required
        help={fault("/reason")}
        validateStatus={fault("/reason") ? "error" : ""}
      >
        <Input.TextArea
          id={`${name}-reason`}
          value={wish.reason}
          maxLength={10_000}
          autoSize={{ minRows: 3, maxRows: 8 }}
          onChange={(event) => onChange({ ...wish, reason: event.target.value })}
        />
      </Form.Item>
    </>
  );
}
