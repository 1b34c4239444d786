import { DatePicker } from "antd";
import dayjs from "dayjs";
import { instantOf, wallTime } from "@/shared/format/vietnamTime";
import { enterStays } from "./enterStays";

/** Day and time of an instant, always in Vietnam's time. Made for `Form.Item`, which gives `value` and `onChange`. */
export function InstantPicker(props: {
  id?: string;
  value?: string | null;
  onChange?: (instant: string | null) => void;
  disabled?: boolean;
  label?: string;
  placeholder?: string;
  /** Time of day that is set when only a day is picked. */
  usualTime?: string;
}) {
  const { id, value, onChange, disabled, label, placeholder = "dd/mm/yyyy hh:mm", usualTime = "17:00" } = props;
  return (
    <DatePicker
      id={id}
      aria-label={label}
      onKeyDown={enterStays}
      value={value ? dayjs(wallTime(value)) : null}
      onChange={(picked) => onChange?.(picked ? instantOf(picked.format("YYYY-MM-DDTHH:mm:ss")) : null)}
      disabled={disabled}
      format="DD/MM/YYYY HH:mm"
      showTime={{ format: "HH:mm", defaultOpenValue: dayjs(`2000-01-01T${usualTime}`) }}
      placeholder={placeholder}
      style={{ inlineSize: 190, maxInlineSize: "100%" }}
    />
  );
}
