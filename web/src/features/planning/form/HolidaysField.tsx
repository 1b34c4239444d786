import { Button, Space, Tag } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { date } from "@/shared/format/dates";
import { DayPicker } from "@/shared/ui/DayPicker";

/** Days off beside Saturdays and Sundays; made for `Form.Item`. Two fields and not the kit's one for a span, which keeps the Tab key. */
export function HolidaysField(props: { id?: string; value?: string[]; onChange?: (days: string[]) => void }) {
  const { id, value = [], onChange } = props;
  const { t } = useTranslation("planning");
  const [first, setFirst] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const until = last ?? first;
  const add = () => {
    if (first === null || until === null) return;
    const days = new Set(value);
    for (let day = dayjs(first); !day.isAfter(until, "day"); day = day.add(1, "day"))
      days.add(day.format("YYYY-MM-DD"));
    onChange?.([...days].sort());
    setFirst(null);
    setLast(null);
  };
  return (
    <>
      <Space wrap>
        <DayPicker {...(id && { id })} value={first} onChange={setFirst} placeholder={t("form.first_day")} />
        <DayPicker label={t("form.last_day")} value={last} onChange={setLast} placeholder={t("form.last_day")} />
        <Button onClick={add} disabled={first === null || until === null || until < first}>
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
