import { Checkbox, Form, Input, Select } from "antd";
import { useId, useState } from "react";
import { typedNumber } from "@/shared/format/numbers";
import { keyOf, textAt, valueAt, type Path, type Value } from "../tree/document";
import { useEditing } from "./context";

interface Place {
  path: Path;
  label: string;
  /** In a table the column says the label already. */
  bare?: boolean;
}

/** Label, input and the service's fault at one place. */
function Framed({ path, label, bare, id, children }: Place & { id: string; children: React.ReactNode }) {
  const fault = useEditing().faults.get(keyOf(path));
  return (
    <Form.Item
      label={bare ? undefined : label}
      htmlFor={id}
      validateStatus={fault ? "error" : undefined}
      help={fault}
      style={{ marginBlockEnd: bare ? 0 : 10 }}
    >
      {children}
    </Form.Item>
  );
}

/** A text or a number; kept when one leaves it, so that half a number is never judged. */
export function TextInput(props: Place & { number?: boolean; rows?: number }) {
  const { path, label, number = false, rows } = props;
  const { document, locked, set } = useEditing();
  const id = useId();
  const stored = textAt(document, path);
  const shown = number ? stored.replace(".", ",") : stored;
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    if (typed !== null && typed !== shown) {
      const value = number ? typedNumber(typed) : typed;
      set(path, value.trim() === "" ? undefined : value);
    }
    setTyped(null);
  };
  const common = {
    id,
    "aria-label": label,
    disabled: locked,
    value: typed ?? shown,
    onBlur: keep,
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
  };
  return (
    <Framed {...props} id={id}>
      {rows ? (
        <Input.TextArea {...common} autoSize={{ minRows: rows, maxRows: 8 }} />
      ) : (
        <Input {...common} inputMode={number ? "decimal" : undefined} onPressEnter={keep} />
      )}
    </Framed>
  );
}

export function SelectInput(props: Place & { options: { value: string; label: string }[]; clear?: boolean }) {
  const { path, label, options, clear = false } = props;
  const { document, locked, set } = useEditing();
  const id = useId();
  const value = textAt(document, path) || undefined;
  const known = value === undefined || options.some((one) => one.value === value);
  return (
    <Framed {...props} id={id}>
      <Select
        id={id}
        aria-label={label}
        disabled={locked}
        allowClear={clear}
        showSearch={{ optionFilterProp: "label" }}
        value={value}
        onChange={(chosen: string | undefined) => set(path, chosen)}
        options={known ? options : [...options, { value, label: value }]}
        style={{ inlineSize: "100%", minInlineSize: 110 }}
      />
    </Framed>
  );
}

/** A list of texts: typed one after the other, or chosen among `options`. */
export function TextsInput(props: Place & { options?: { value: string; label: string }[]; empty?: boolean }) {
  const { path, label, options, empty = false } = props;
  const { document, locked, set } = useEditing();
  const id = useId();
  const value = valueAt(document, path);
  return (
    <Framed {...props} id={id}>
      <Select
        id={id}
        mode="tags"
        aria-label={label}
        disabled={locked}
        value={Array.isArray(value) ? value.filter((one) => typeof one === "string") : []}
        onChange={(chosen: string[]) => set(path, chosen.length === 0 && !empty ? undefined : chosen)}
        options={options ?? []}
        open={options === undefined ? false : undefined}
        suffixIcon={options === undefined ? null : undefined}
        style={{ inlineSize: "100%", minInlineSize: 140 }}
      />
    </Framed>
  );
}

export function CheckInput({ path, label }: Place) {
  const { document, locked, set, faults } = useEditing();
  const fault = faults.get(keyOf(path));
  return (
    <Form.Item validateStatus={fault ? "error" : undefined} help={fault} style={{ marginBlockEnd: 10 }}>
      <Checkbox
        disabled={locked}
        checked={valueAt(document, path) === true}
        onChange={(event) => set(path, event.target.checked)}
      >
        {label}
      </Checkbox>
    </Form.Item>
  );
}

export type { Value };
