import { Button, DatePicker, Space, Tag } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { date } from "@/shared/format/dates";
import { enterStays } from "@/shared/ui/enterStays";

/** Days off beside Saturdays and Sundays; made for `Form.Item`. */
export function HolidaysField(props: { id?: string; value?: string[]; onChange?: (days: string[]) => void }) {
  const { id, value = [], onChange } = props;
  const { t } = useTranslation("planning");
  const [span, setSpan] = useState<[dayjs.Dayjs | null, dayjs.Dayjs | null] | null>(null);
  const add = () => {
    const [first, last] = span ?? [];
    if (!first || !last) return;
    const days = new Set(value);
    for (let day = first; !day.isAfter(last, "day"); day = day.add(1, "day")) days.add(day.format("YYYY-MM-DD"));
    onChange?.([...days].sort());
    setSpan(null);
  };
  return (
    <>
      <Space wrap>
        <DatePicker.RangePicker
          id={id ? { start: id, end: `${id}_end` } : undefined}
          value={span}
          onChange={setSpan}
          onKeyDown={enterStays}
          format="DD/MM/YYYY"
          placeholder={[t("form.first_day"), t("form.last_day")]}
        />
        <Button onClick={add} disabled={!span?.[0] || !span[1]}>
          {t("form.add_holidays")}
        </Button>
      </Space>
      <div style={{ marginBlockStart: 6 }}>
        {value.map((day) => (
          <Tag
            key={day}
            closable={{ "aria-label": t("form.remove_day", { day: date(day) }) }}
            onClose={() => onChange?.(value.filter((one) => one !== day))}
          >
            {date(day)}
          </Tag>
        ))}
      </div>
    </>
  );
}
