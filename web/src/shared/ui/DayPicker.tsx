import { DatePicker } from "antd";
import dayjs from "dayjs";
import { enterStays } from "./enterStays";

/** A day, `2026-12-15`. Made for `Form.Item`, which gives `id`, `value` and `onChange`. */
export function DayPicker({
  id,
  value,
  onChange,
  label,
  placeholder = "dd/mm/yyyy",
}: {
  id?: string;
  value?: string | null;
  onChange?: (day: string | null) => void;
  label?: string;
  placeholder?: string;
}) {
  return (
    <DatePicker
      id={id}
      aria-label={label}
      onKeyDown={enterStays}
      value={value ? dayjs(value) : null}
      onChange={(picked) => onChange?.(picked ? picked.format("YYYY-MM-DD") : null)}
      format={["DD/MM/YYYY", "D/M/YYYY"]}
      placeholder={placeholder}
      style={{ inlineSize: 150, maxInlineSize: "100%" }}
    />
  );
}
